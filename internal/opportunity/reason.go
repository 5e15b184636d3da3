package opportunity

import (
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// reasons says in a sentence each what a candidate's members have in common.
func (f *finder) reasons(c candidate) []crosswalk.Reason {
	out := []crosswalk.Reason{}
	for _, s := range c.supports {
		e := f.snap.Described(s.node)
		r := crosswalk.Reason{About: []string{e.ID}, Passages: s.passages}
		name := e.Name["en"]
		switch s.channel {
		case channelNeed:
			r.Code = "seeks-offers"
			r.Text = "On " + name + ", " + f.stances(c.groups, s.stance) + "."
		case channelTheme:
			r.Code, r.Text = "both-touch", "Each speaks of "+name+"."
		default:
			r.Code, r.Text = "shared-institution", anyName(e)+" is named in the work of each."
		}
		out = append(out, r)
	}
	return out
}

// stances is "Energy seeks, Mining offers".
func (f *finder) stances(groups []int, stance []string) string {
	var parts []string
	for i, g := range groups {
		verb := stance[i]
		if verb == "touches" {
			verb = "takes part"
		}
		parts = append(parts, f.model.MemberOf(f.model.Groups()[g]).Name["en"]+" "+verb)
	}
	return strings.Join(parts, ", ")
}

// anyName is a thing's English name, else one in the language that it has.
func anyName(e *graph.Entity) string {
	name, _ := e.Name.In("en")
	return name
}
