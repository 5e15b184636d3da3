package ui

import (
	"fmt"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// dateText is a date as people write it: 2019, March 2019, 14 March 2019.
func dateText(d graph.Date) string {
	for layout, shown := range map[string]string{"2006-01-02": "2 January 2006", "2006-01": "January 2006"} {
		if t, err := time.Parse(layout, string(d)); err == nil {
			return t.Format(shown)
		}
	}
	return string(d)
}

// span is two dates as one: 25 October 2004, or 8 September 2014 to 10 September 2014.
func span(from, to graph.Date) string {
	switch {
	case from == to || to == "":
		return dateText(from)
	case from == "":
		return "until " + dateText(to)
	}
	return fmt.Sprintf("%s to %s", dateText(from), dateText(to))
}
