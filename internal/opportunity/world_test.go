package opportunity_test

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// drawn is a drawn world and what it was drawn from.
type drawn struct {
	events []graphtest.Event
	common graphtest.Common
	bundle graph.Bundle
}

// drawWorld draws groups with events, at times one of most of them, and with what they have in common.
func drawWorld(t *rapid.T) drawn {
	if rapid.IntRange(0, 2).Draw(t, "crowd") == 0 {
		return drawCrowd(t)
	}
	events := graphtest.DrawEvents(t)
	if len(events) > 0 && events[0].Kind != "reference" && rapid.IntRange(0, 3).Draw(t, "plenary") == 0 {
		events[0].Groups = graphtest.GroupNames[:6]
	}
	return tell(events, graphtest.DrawCommon(t, len(events)))
}

// drawCrowd draws four groups that have and do much together, so that many pairs and triples pass the gate.
func drawCrowd(t *rapid.T) drawn {
	var c graphtest.Common
	at := 200
	for _, theme := range graphtest.ThemeNames[:4] {
		for _, g := range graphtest.GroupNames[:4] {
			if at++; rapid.IntRange(0, 5).Draw(t, "touched") > 0 {
				c.Touches = append(c.Touches, graphtest.Touch{Theme: theme, Group: g, Stance: "touches", At: at, Via: "group"})
			}
		}
	}
	events := graphtest.DrawEvents(t)
	for i := range events {
		size := min(len(events[i].Groups), rapid.IntRange(2, 3).Draw(t, "size"))
		events[i].Groups = rapid.SliceOfNDistinct(rapid.SampledFrom(graphtest.GroupNames[:4]), size, size, rapid.ID[string]).Draw(t, "members")
	}
	return tell(events, c)
}

// plenary reports whether an event ties most of the groups and so no pair of them.
func plenary(e graphtest.Event) bool { return len(e.Groups) > 4 }

func tell(events []graphtest.Event, common graphtest.Common) drawn {
	w := graphtest.EventWorld(events, nil)
	w.Share(common, events)
	return drawn{events, common, w.Bundle}
}

// with is the world with one more event.
func (d drawn) with(e graphtest.Event) drawn {
	return tell(append(slices.Clone(d.events), e), d.common)
}

func (d drawn) ranking(t graphtest.Fataler) *crosswalk.Ranking { return ranked(t, d.bundle) }

func ranked(t graphtest.Fataler, bundles ...graph.Bundle) *crosswalk.Ranking {
	m, err := crosswalk.NewModel(graphtest.Merged(t, bundles...), crosswalk.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m.Rank()
}

func (d drawn) groups(t graphtest.Fataler) *opportunity.Groups {
	return opportunity.OfGroups(d.ranking(t), opportunity.Defaults(), nil)
}

func list(t graphtest.Fataler, g *opportunity.Groups, size int) []opportunity.Opportunity {
	all, err := g.List(opportunity.Query{Size: size})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// names are the short names of an opportunity's members.
func names(o opportunity.Opportunity) []string {
	var out []string
	for _, m := range o.Members {
		out = append(out, strings.TrimPrefix(m.ID, graphtest.GroupID("")))
	}
	return out
}

// holdsAll reports whether an event ties all the groups.
func holdsAll(e graphtest.Event, groups []string) bool {
	if plenary(e) {
		return false
	}
	for _, g := range groups {
		if !slices.Contains(e.Groups, g) {
			return false
		}
	}
	return true
}

// eventID is the id of the entity of event number i; empty for a reference.
func eventID(i int, e graphtest.Event) string {
	if e.Kind == "reference" {
		return ""
	}
	return fmt.Sprintf("%s:test:%c%d", e.Kind, e.Kind[0], i)
}

// supports counts the items of an opportunity's parts, which are its supports.
func supports(o opportunity.Opportunity) (items []crosswalk.Item) {
	for _, p := range o.Parts {
		items = append(items, p.Items...)
	}
	return items
}
