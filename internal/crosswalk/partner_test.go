package crosswalk_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// body declares an institution told in a paragraph of the partnership's.
func body(w *graphtest.World, name string, props graph.Properties) string {
	id := "institution:" + name
	w.Entity(id, props, w.Passage("partnership:test"))
	return id
}

// link adds a link told in a paragraph of its own.
func link(w *graphtest.World, from string, t graph.LinkType, to string, props graph.Properties) {
	w.Link(from, t, to, props, w.Passage("partnership:test"))
}

func member(w *graphtest.World, id string, groups ...string) {
	for _, g := range groups {
		link(w, id, graph.ParticipatesIn, graphtest.GroupID(g), graph.Properties{"role": "participant"})
	}
}

// own adds a thing of one group alone.
func own(w *graphtest.World, group, id string, t graph.LinkType, props graph.Properties) {
	w.Entity(id, nil, w.Passage(graphtest.GroupID(group)))
	link(w, graphtest.GroupID(group), t, id, props)
}

// shared lists the items of the context channels as "id/groups" and what was left out as "id rule", of a with b.
func shared(t *testing.T, w *graphtest.World) (items, left []string) {
	t.Helper()
	x := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b")
	for _, p := range x.Parts {
		for _, i := range p.Items {
			if !p.Direct {
				items = append(items, i.Entity[strings.IndexByte(i.Entity, ':')+1:]+" "+strings.Join(short(i.Groups), ""))
			}
		}
	}
	for _, l := range x.LeftOut {
		left = append(left, l.ID[strings.IndexByte(l.ID, ':')+1:]+" "+l.Rule)
	}
	slices.Sort(items)
	return items, left
}

func short(groups []string) []string {
	var out []string
	for _, g := range groups {
		out = append(out, strings.TrimPrefix(g, graphtest.GroupID("")))
	}
	return out
}

// TestTakingPart: each way in which an institution takes part in a group, and each that is none; it is a member of b and c besides.
func TestTakingPart(t *testing.T) {
	for _, tc := range []struct {
		name string
		tell func(w *graphtest.World, z string)
		part bool
	}{
		{"participant", func(w *graphtest.World, z string) { member(w, z, "a") }, true},
		{"presenter", func(w *graphtest.World, z string) {
			link(w, z, graph.ParticipatesIn, graphtest.GroupID("a"), graph.Properties{"role": "presenter"})
		}, true},
		{"mentioned", func(w *graphtest.World, z string) {
			link(w, z, graph.ParticipatesIn, graphtest.GroupID("a"), graph.Properties{"role": "mentioned"})
		}, false},
		{"co-chair", func(w *graphtest.World, z string) {
			link(w, z, graph.CoChairs, graphtest.GroupID("a"), graph.Properties{"status": "current"})
		}, true},
		{"former co-chair", func(w *graphtest.World, z string) {
			link(w, z, graph.CoChairs, graphtest.GroupID("a"), graph.Properties{"status": "former"})
		}, false},
		{"its person co-chairs", func(w *graphtest.World, z string) {
			w.Entity("person:p", nil, w.Passage("partnership:test"))
			link(w, "person:p", graph.CoChairs, graphtest.GroupID("a"), nil)
			link(w, "person:p", graph.AffiliatedWith, z, nil)
		}, true},
		{"its person did co-chair", func(w *graphtest.World, z string) {
			w.Entity("person:p", nil, w.Passage("partnership:test"))
			link(w, "person:p", graph.CoChairs, graphtest.GroupID("a"), graph.Properties{"status": "former"})
			link(w, "person:p", graph.AffiliatedWith, z, nil)
		}, false},
		{"in a session of the group", func(w *graphtest.World, z string) {
			own(w, "a", "session:test:s", graph.Holds, nil)
			link(w, z, graph.ParticipatesIn, "session:test:s", graph.Properties{"role": "presenter"})
		}, true},
		{"mentioned in a session of the group", func(w *graphtest.World, z string) {
			own(w, "a", "session:test:s", graph.Holds, nil)
			link(w, z, graph.ParticipatesIn, "session:test:s", graph.Properties{"role": "mentioned"})
		}, false},
		{"in a joint session", func(w *graphtest.World, z string) {
			own(w, "a", "session:test:s", graph.Holds, nil)
			link(w, graphtest.GroupID("d"), graph.Holds, "session:test:s", nil)
			link(w, z, graph.ParticipatesIn, "session:test:s", graph.Properties{"role": "participant"})
		}, false},
		{"in a session that the partnership holds too", func(w *graphtest.World, z string) {
			own(w, "a", "session:test:s", graph.Holds, nil)
			link(w, "partnership:test", graph.Holds, "session:test:s", nil)
			link(w, z, graph.ParticipatesIn, "session:test:s", graph.Properties{"role": "participant"})
		}, false},
		{"in a project that the group supports", func(w *graphtest.World, z string) {
			own(w, "a", "project:test:p", graph.Runs, graph.Properties{"role": "supports"})
			link(w, z, graph.InvolvedIn, "project:test:p", graph.Properties{"role": "funder"})
		}, true},
		{"in a project that the group mentions", func(w *graphtest.World, z string) {
			own(w, "a", "project:test:p", graph.Runs, graph.Properties{"role": "mentions"})
			link(w, z, graph.InvolvedIn, "project:test:p", graph.Properties{"role": "funder"})
		}, false},
		{"responsible for a commitment", func(w *graphtest.World, z string) {
			own(w, "a", "commitment:test:c", graph.CommitsTo, nil)
			link(w, z, graph.ResponsibleFor, "commitment:test:c", nil)
		}, true},
	} {
		w := graphtest.NewWorld(2018, "a", "b", "c", "d")
		z := body(w, "z", graph.Properties{"type": "agency", "country": "CA"})
		member(w, z, "b", "c")
		tc.tell(w, z)
		var want []string
		if tc.part {
			want = []string{"z abc"}
		}
		if items, _ := shared(t, w); !cmp.Equal(items, want) {
			t.Errorf("%s: %v in common, want %v", tc.name, items, want)
		}
	}
}

// TestSharedInstitutionWeighs: 1/(groups - 1), however the groups came to it.
func TestSharedInstitutionWeighs(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c", "d")
	member(w, body(w, "z", nil), "a", "b", "c", "d")
	if p := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b").Parts; len(p) != 1 || p[0].Items[0].Weight != graph.Round12(1./3) {
		t.Errorf("parts %+v", p)
	}
}

// TestWhoCounts: of a body and its part the part counts; coordinating bodies, the governments above them and bodies without a
// name do not; their parts do.
func TestWhoCounts(t *testing.T) {
	agency := graph.Properties{"type": "agency", "country": "CA"}
	for _, tc := range []struct {
		name        string
		tell        func(w *graphtest.World)
		items, left []string
	}{
		{"a part for its parent", func(w *graphtest.World) {
			link(w, body(w, "part", agency), graph.PartOf, body(w, "whole", agency), nil)
			member(w, "institution:part", "a")
			member(w, "institution:whole", "b", "c")
		}, []string{"whole abc"}, nil},
		{"a parent of record for nobody", func(w *graphtest.World) {
			body(w, "whole", agency)
			body(w, "part", graph.Properties{"type": "agency", "country": "CA", "parent_of_record": "institution:whole"})
			member(w, "institution:part", "a")
			member(w, "institution:whole", "b")
		}, nil, nil},
		{"the part where both are shared", func(w *graphtest.World) {
			link(w, body(w, "part", agency), graph.PartOf, body(w, "whole", agency), nil)
			member(w, "institution:part", "a", "b")
			member(w, "institution:whole", "c")
		}, []string{"part ab"}, []string{"whole part-counts"}},
		{"coordinators and governments above", func(w *graphtest.World) {
			government := graph.Properties{"type": "government", "country": "CA"}
			link(w, body(w, "ministry", agency), graph.PartOf, body(w, "government", government), nil)
			link(w, body(w, "unit", agency), graph.PartOf, "institution:ministry", nil)
			body(w, "province", government)
			link(w, "institution:ministry", graph.CoChairs, "partnership:test", nil)
			member(w, "institution:unit", "a", "b")
			member(w, "institution:government", "a", "b")
			member(w, "institution:province", "a", "b")
		}, []string{"province ab", "unit ab"}, []string{"government excluded-body", "ministry excluded-body"}},
		{"a body that did coordinate", func(w *graphtest.World) {
			link(w, body(w, "ministry", agency), graph.CoChairs, "partnership:test", graph.Properties{"status": "former"})
			member(w, "institution:ministry", "a", "b")
		}, []string{"ministry ab"}, nil},
		{"a body without a name", func(w *graphtest.World) {
			member(w, body(w, "agencies", graph.Properties{"named": false}), "a", "b")
		}, nil, []string{"agencies excluded-body"}},
	} {
		w := graphtest.NewWorld(2018, "a", "b", "c")
		tc.tell(w)
		items, left := shared(t, w)
		if d := cmp.Diff([2][]string{tc.items, tc.left}, [2][]string{items, left}); d != "" {
			t.Errorf("%s: in common and left out (-want +got):\n%s", tc.name, d)
		}
	}
}

// TestTouchingThemes: a theme is touched by what a group addresses itself, and by what it runs, holds or commits to, not by what it
// mentions; each item weighs 1/(groups - 1).
func TestTouchingThemes(t *testing.T) {
	for _, tc := range []struct {
		id   string
		typ  graph.LinkType
		role string
		want bool
	}{
		{"session:test:x", graph.Holds, "", true},
		{"project:test:x", graph.Runs, "supports", true},
		{"project:test:x", graph.Runs, "mentions", false},
		{"commitment:test:x", graph.CommitsTo, "", true},
	} {
		w := graphtest.NewWorld(2018, "a", "b", "c")
		share(w, "water", "b", "c")
		var props graph.Properties
		if tc.role != "" {
			props = graph.Properties{"role": tc.role}
		}
		own(w, "a", tc.id, tc.typ, props)
		link(w, tc.id, graph.Addresses, "theme:water", graph.Properties{"stance": "touches"})
		x := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b")
		if got := len(x.Parts) == 1 && x.Parts[0].Channel == "theme" && x.Parts[0].Items[0].Weight == 0.5; got != tc.want {
			t.Errorf("%s %s: parts %+v; touched should be %v", tc.id, tc.role, x.Parts, tc.want)
		}
	}
}
