package graph

import (
	"strconv"
	"strings"
	"time"
)

// Date is a calendar date that may be partial: 2019, 2019-03 or 2019-03-14. The
// empty Date is unknown. As strings, dates of one precision sort in time.
type Date string

// ParseDate checks that s is a year, a month or a day of the Gregorian calendar.
func ParseDate(s string) (Date, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if len(s) == len(layout) {
			if t, err := time.Parse(layout, s); err == nil && t.Year() >= 1 {
				return Date(s), true
			}
		}
	}
	return "", false
}

// Year is the year of d, 0 where d is unknown.
func (d Date) Year() int {
	y, _, _ := strings.Cut(string(d), "-")
	n, _ := strconv.Atoi(y)
	return n
}

// First is the first day that d can mean, as 2006-01-02; empty where d is unknown.
func (d Date) First() string {
	switch len(d) {
	case 4:
		return string(d) + "-01-01"
	case 7:
		return string(d) + "-01"
	}
	return string(d)
}

// Last is the last day that d can mean, as 2006-01-02; empty where d is unknown.
func (d Date) Last() string {
	switch len(d) {
	case 4:
		return string(d) + "-12-31"
	case 7:
		t, err := time.Parse("2006-01", string(d))
		if err != nil {
			return ""
		}
		return t.AddDate(0, 1, -1).Format("2006-01-02")
	}
	return string(d)
}
