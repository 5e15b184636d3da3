package reading

import (
	"fmt"
	"regexp"
	"strconv"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// place is where something stands in the files of a reading.
type place struct {
	file string
	line int
}

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

var element = regexp.MustCompile(`^(?:\$\.)?(entities|links|passages|notes)\[(\d+)\]`)

// placed says of each problem of the bundle where in the reading it comes from; what concerns the report stands at its record.
func (c *compiler) placed(ps graph.Problems, b graph.Bundle) graph.Problems {
	for i := range ps {
		at := c.record
		if m := element.FindStringSubmatch(ps[i].Path); m != nil {
			n, _ := strconv.Atoi(m[2]) // digits
			at = c.origin(m[1], n, b)
		}
		ps[i].Message = ps[i].Path + ": " + ps[i].Message
		ps[i].Source, ps[i].Path = at.file, fmt.Sprintf("line %d", at.line)
	}
	return ps
}

// origin is where element n of a list of the bundle comes from: its declaration, else the passage that states it.
func (c *compiler) origin(list string, n int, b graph.Bundle) place {
	switch list {
	case "entities":
		return c.declared[b.Entities[n].ID]
	case "notes":
		return c.noted[b.Notes[n].ID]
	case "passages":
		return c.stated[b.Passages[n].ID]
	}
	if at, ok := c.linked[b.Links[n].Key(b.Report.Year)]; ok {
		return at
	}
	return c.declared[b.Links[n].To] // computed: of the group's chapter, or of a narrower theme
}
