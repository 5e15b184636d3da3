package opportunity_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// jointLines are the lines of a bundle that tell of the joint work of any of the groups, found without the package's help:
// of what two groups or more, or most of all, hold, run or commit to, of whatever links such a thing to themes and bodies, and of
// cross-references.
func jointLines(b graph.Bundle, groups []string) map[string]bool {
	ties := map[string]map[string]bool{}
	for _, l := range b.Links {
		if (l.Type == graph.Holds || l.Type == graph.Runs || l.Type == graph.CommitsTo) && l.Properties.Text("role") != "mentions" {
			if ties[l.To] == nil {
				ties[l.To] = map[string]bool{}
			}
			ties[l.To][l.From] = true
		}
	}
	joint := func(id string) bool {
		return len(ties[id]) > 4 || len(ties[id]) > 1 && slices.ContainsFunc(groups, func(g string) bool { return ties[id][g] })
	}
	out := map[string]bool{}
	add := func(ids []string) {
		for _, id := range ids {
			out[id] = true
		}
	}
	for _, e := range b.Entities {
		if joint(e.ID) {
			add(e.Evidence)
		}
	}
	for _, l := range b.Links {
		about := append([]string{l.From, l.To}, l.Properties.List("about")...)
		if joint(l.From) || joint(l.To) || l.Type == graph.RefersTo && slices.ContainsFunc(groups, func(g string) bool { return slices.Contains(about, g) }) {
			add(l.Evidence)
		}
	}
	return out
}

// says reports whether a bundle's passage says that the group takes up the thing, itself or by what it runs or commits to.
func says(b graph.Bundle, passage, group, thing string) bool {
	through := map[string]bool{group: true}
	for _, l := range b.Links {
		if l.From == group && (l.Type == graph.Holds || l.Type == graph.Runs || l.Type == graph.CommitsTo) {
			through[l.To] = true
		}
	}
	for _, l := range b.Links {
		if slices.Contains(l.Evidence, passage) && (l.To == thing && through[l.From] || l.From == thing && through[l.To]) {
			return true
		}
	}
	return false
}

// TestSupportsStandOutsideJointText: every support resolves to passages, none tells of joint work of a member, each member has
// one that says that it takes the thing up, and on each side there are as many paragraphs as supports.
func TestSupportsStandOutsideJointText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawWorld(t)
		g := d.groups(t)
		for _, o := range slices.Concat(list(t, g, 2), list(t, g, 3)) {
			var members []string
			for _, m := range o.Members {
				members = append(members, m.ID)
			}
			joint := jointLines(d.bundle, members)
			places := map[string]map[string]bool{}
			for _, i := range supports(o) {
				for _, p := range i.Passages {
					if joint[p] {
						t.Fatalf("%s: %s argues for %s and tells of joint work", o.ID, p, i.Entity)
					}
				}
				for _, m := range members {
					own := slices.DeleteFunc(slices.Clone(i.Passages), func(p string) bool { return !says(d.bundle, p, m, i.Entity) })
					if len(own) == 0 {
						t.Fatalf("%s: no passage of %v says that %s takes up %s", o.ID, i.Passages, m, i.Entity)
					}
					if places[m] == nil {
						places[m] = map[string]bool{}
					}
					for _, p := range own {
						places[m][p] = true
					}
				}
			}
			for _, m := range members {
				if len(places[m]) < len(supports(o)) {
					t.Fatalf("%s: %d supports in %d paragraphs of %s", o.ID, len(supports(o)), len(places[m]), m)
				}
			}
		}
	})
}

// TestSupportsAreSpecific: what more than half of the active groups touch, circumstances and governments support nothing.
func TestSupportsAreSpecific(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawWorld(t)
		m := d.ranking(t).Model()
		active := len(graphtest.GroupNames) - len(d.common.Closing)
		for _, o := range list(t, d.groups(t), 2) {
			for _, i := range supports(o) {
				n := 0
				for _, id := range i.Groups {
					if g, _ := m.GroupNumber(id); m.Active(g) {
						n++
					}
				}
				if 2*n > active || i.Entity == "theme:circumstance" {
					t.Fatalf("%s rests on %s, which %d of %d groups touch", o.ID, i.Entity, n, active)
				}
			}
		}
	})
}

// TestWhoSeeksDoesNotOffer: a member that seeks a theme anywhere is not said to offer it; what one seeks and another offers
// counts as such, once.
func TestWhoSeeksDoesNotOffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawWorld(t)
		m := d.ranking(t).Model()
		for _, o := range list(t, d.groups(t), 2) {
			for _, p := range o.Parts {
				for _, i := range p.Items {
					stances := strings.Split(i.Status, ", ")
					if need := slices.Contains(stances, "seeks") && slices.Contains(stances, "offers"); need != (p.Channel == "need") {
						t.Fatalf("%s: %s (%s) counts in channel %s", o.ID, i.Entity, i.Status, p.Channel)
					}
					if p.Channel == "institution" {
						continue
					}
					theme, _ := m.Snapshot().Lookup(i.Entity)
					for k, member := range o.Members {
						g, _ := m.GroupNumber(member.ID)
						if stances[k] == "offers" && m.ThemeTouch(theme, g).Seeks {
							t.Fatalf("%s: %s is said to offer %s, which it seeks", o.ID, member.ID, i.Entity)
						}
					}
				}
			}
		}
	})
}

// TestJointProjectDoesNotArgue: a theme and a body that two groups have in common through a joint project, told in
// paragraphs beside that of the project, support no further joint work.
func TestJointProjectDoesNotArgue(t *testing.T) {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	w.Project("joint", "done", "a", "b")
	for i, theme := range []string{"theme:x", "theme:y"} {
		for _, g := range []string{"a", "b"} {
			p := w.Passage(graphtest.GroupID(g))
			w.Entity(theme, nil, p)
			if i == 0 {
				w.Link(graphtest.GroupID(g), graph.Addresses, theme, graph.Properties{"stance": "touches"}, p)
			}
		}
	}
	told := w.Passage(graphtest.GroupID("a"))
	w.Link("project:test:joint", graph.Addresses, "theme:y", graph.Properties{"stance": "touches"}, told)
	w.Entity("institution:z", graph.Properties{"country": "CA", "type": "agency"}, told)
	w.Link("institution:z", graph.InvolvedIn, "project:test:joint", graph.Properties{"role": "partner"}, w.Passage(graphtest.GroupID("b")))
	r := ranked(t, w.Bundle)
	o, err := opportunity.OfGroups(r, opportunity.Defaults(), nil).Get(opportunity.ID(graphtest.GroupID("a"), graphtest.GroupID("b")))
	if err == nil {
		t.Fatalf("a joint project argues for a joint project: %+v", o.Reasons)
	}
	x, err := r.Pair(graphtest.GroupID("a"), graphtest.GroupID("b"))
	if err != nil || x.Band != crosswalk.Established {
		t.Fatalf("the fixture is %s, not established: %v", x.Band, err)
	}
}

// TestSeekingInJointTextCounts: that a group seeks a theme is known also where it says so beside joint work, which supports
// nothing: it does not then offer it.
func TestSeekingInJointTextCounts(t *testing.T) {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	p := w.Project("joint", "done", "a", "c")
	w.Entity("theme:x", nil, p)
	w.Link(graphtest.GroupID("a"), graph.Addresses, "theme:x", graph.Properties{"stance": "seeks"}, p)
	w.Link("project:test:training", graph.Addresses, "theme:x", graph.Properties{"stance": "offers"}, w.Project("training", "done", "a"))
	w.Link(graphtest.GroupID("b"), graph.Addresses, "theme:x", graph.Properties{"stance": "seeks"}, w.Passage(graphtest.GroupID("b")))
	w.Entity("theme:y", nil, p)
	for _, g := range []string{"a", "b"} {
		w.Link(graphtest.GroupID(g), graph.Addresses, "theme:y", graph.Properties{"stance": "touches"}, w.Passage(graphtest.GroupID(g)))
	}
	o, err := opportunity.OfGroups(ranked(t, w.Bundle), opportunity.Defaults(), nil).Get(opportunity.ID(graphtest.GroupID("a"), graphtest.GroupID("b")))
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range supports(o) {
		if strings.Contains(i.Status, "offers") {
			t.Errorf("%s counts as %s, although the first group seeks it", i.Entity, i.Status)
		}
	}
}
