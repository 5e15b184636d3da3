package crosswalk_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// summary is what counts for a pair as "id:weight", and what does not as "id:rule", in the order of the answer.
func summary(x crosswalk.Explanation) (counted, left []string) {
	for _, p := range x.Parts {
		for _, i := range p.Items {
			if p.Direct && i.Entity != "" {
				counted = append(counted, i.Entity[strings.LastIndexByte(i.Entity, ':')+1:])
			} else if p.Direct {
				counted = append(counted, "reference "+i.Status)
			}
		}
	}
	for _, l := range x.LeftOut {
		left = append(left, l.ID[strings.LastIndexByte(l.ID, ':')+1:]+" "+l.Rule)
	}
	return counted, left
}

// TestIntentionsAndOccasions: one thing counts once, two things are not made one because a third concerns both.
func TestIntentionsAndOccasions(t *testing.T) {
	held := graph.Properties{"start": "2018-03"}
	for _, tc := range []struct {
		name          string
		tell          func(w *graphtest.World)
		counted, left []string
		next          int
	}{
		{"a promise of a proposed session", func(w *graphtest.World) {
			w.Session("s", "proposed", nil, "a", "b")
			w.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, w.Commitment("c", "agreed", "a", "b"))
		}, []string{"s"}, []string{"c same-intention"}, 2},
		{"an agreed promise of a session that many may hold", func(w *graphtest.World) {
			w.Session("s", "proposed", nil, "a", "b", "c", "d")
			w.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, w.Commitment("c", "agreed", "a", "b"))
		}, []string{"c"}, []string{"s same-intention"}, 2},
		{"a promise about two proposed sessions", func(w *graphtest.World) {
			w.Session("s", "proposed", nil, "a", "b")
			w.Session("t", "proposed", nil, "a", "b")
			p := w.Commitment("c", "agreed", "a", "b")
			w.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, p)
			w.Link("commitment:test:c", graph.Concerns, "session:test:t", nil, p)
		}, []string{"s", "t"}, []string{"c same-intention"}, 3},
		{"a promise kept by two sessions", func(w *graphtest.World) {
			w.Session("s", "held", held, "a", "b")
			w.Session("t", "held", held, "a", "b")
			p := w.Commitment("c", "agreed", "a", "b")
			w.Bundle.Entities[len(w.Bundle.Entities)-1].Properties = graph.Properties{"status": "done"}
			w.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, p)
			w.Link("commitment:test:c", graph.Concerns, "session:test:t", nil, p)
		}, []string{"s", "t"}, []string{"c same-occasion"}, 0},
		{"a promise after a session held", func(w *graphtest.World) {
			w.Session("s", "held", held, "a", "b")
			w.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, w.Commitment("c", "agreed", "a", "b"))
		}, []string{"s", "c"}, nil, 1},
		{"two proposals in one paragraph", func(w *graphtest.World) {
			p := w.Session("s", "proposed", nil, "a", "b")
			w.Entity("project:test:p", graph.Properties{"status": "planned"}, p)
			w.Link(graphtest.GroupID("a"), graph.Runs, "project:test:p", nil, p)
			w.Link(graphtest.GroupID("b"), graph.Runs, "project:test:p", nil, p)
		}, []string{"p"}, []string{"s same-intention"}, 2},
		{"one day's session told twice in a paragraph", func(w *graphtest.World) {
			p := w.Session("s", "held", held, "a", "b")
			w.Entity("session:test:t", graph.Properties{"status": "held", "start": "2018-03"}, p)
			w.Link(graphtest.GroupID("a"), graph.Holds, "session:test:t", nil, p)
			w.Link(graphtest.GroupID("b"), graph.Holds, "session:test:t", nil, p)
		}, []string{"s"}, []string{"t same-occasion"}, 0},
		{"two days' sessions told in one paragraph", func(w *graphtest.World) {
			p := w.Session("s", "held", held, "a", "b")
			w.Entity("session:test:t", graph.Properties{"status": "held", "start": "2018-04"}, p)
			w.Link(graphtest.GroupID("a"), graph.Holds, "session:test:t", nil, p)
			w.Link(graphtest.GroupID("b"), graph.Holds, "session:test:t", nil, p)
		}, []string{"s", "t"}, nil, 0},
		{"two proposals in one paragraph, one with a third group", func(w *graphtest.World) {
			p := w.Session("s", "proposed", nil, "a", "b")
			w.Entity("session:test:t", graph.Properties{"status": "proposed"}, p)
			for _, g := range []string{"a", "b", "c"} {
				w.Link(graphtest.GroupID(g), graph.Holds, "session:test:t", nil, p)
			}
		}, []string{"s", "t"}, nil, 2},
		{"what one only mentions is not joint", func(w *graphtest.World) {
			p := w.Project("p", "running", "a", "c")
			w.Link(graphtest.GroupID("b"), graph.Runs, "project:test:p", graph.Properties{"role": "mentions"}, p)
		}, nil, nil, 0},
	} {
		w := graphtest.NewWorld(2018, "a", "b", "c", "d")
		tc.tell(w)
		x := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b")
		counted, left := summary(x)
		if d := cmp.Diff([2][]string{tc.counted, tc.left}, [2][]string{counted, left}); d != "" || len(x.NextSteps) != tc.next {
			t.Errorf("%s: %d next steps, want %d; counted and left out differ (-want +got):\n%s", tc.name, len(x.NextSteps), tc.next, d)
		}
	}
}

// refer adds a reference from group a to b, on water unless another topic is given.
func refer(w *graphtest.World, from, to, status, kind, topic, passage string) {
	w.Link(graphtest.GroupID(from), graph.RefersTo, graphtest.GroupID(to), graph.Properties{"role": topic, "status": status, "kind": kind}, passage)
}

// TestReferences: one event a topic, whoever refers to whom; the newest edition that tells a status says it; none counts beside
// a counted event of its class, or on the topic of an intention.
func TestReferences(t *testing.T) {
	for _, tc := range []struct {
		name    string
		tell    func(first, second *graphtest.World)
		counted []string
		year    int // of the reference
		band    crosswalk.Band
	}{
		{"both ways", func(_, w *graphtest.World) {
			refer(w, "a", "b", "possible", "session", "water", w.Passage(graphtest.GroupID("a")))
			refer(w, "b", "a", "agreed", "none", "water", w.Passage(graphtest.GroupID("b")))
		}, []string{"reference agreed"}, 2019, crosswalk.Emerging},
		{"two topics", func(_, w *graphtest.World) {
			refer(w, "a", "b", "none", "none", "water", w.Passage(graphtest.GroupID("a")))
			refer(w, "a", "b", "none", "none", "air", w.Passage(graphtest.GroupID("a")))
		}, []string{"reference none", "reference none"}, 2019, crosswalk.Mentioned},
		{"a later mention takes nothing back", func(v, w *graphtest.World) {
			refer(v, "a", "b", "agreed", "session", "water", v.Passage(graphtest.GroupID("a")))
			refer(w, "b", "a", "none", "none", "water", w.Passage(graphtest.GroupID("b")))
		}, []string{"reference agreed"}, 2018, crosswalk.Emerging},
		{"a later status stands", func(v, w *graphtest.World) {
			refer(v, "a", "b", "agreed", "session", "water", v.Passage(graphtest.GroupID("a")))
			refer(w, "b", "a", "possible", "none", "water", w.Passage(graphtest.GroupID("b")))
		}, []string{"reference possible"}, 2019, crosswalk.Mentioned},
		{"beside an event of its class", func(_, w *graphtest.World) {
			refer(w, "a", "b", "proposed", "session", "water", w.Session("s", "proposed", nil, "a", "b"))
		}, []string{"s"}, 0, crosswalk.Emerging},
		{"beside an event of another class", func(_, w *graphtest.World) {
			refer(w, "a", "b", "agreed", "session", "water", w.Session("s", "proposed", nil, "a", "b"))
		}, []string{"s", "reference agreed"}, 2019, crosswalk.Emerging},
		{"without a status, beside any", func(_, w *graphtest.World) {
			refer(w, "a", "b", "none", "none", "water", w.Session("s", "held", graph.Properties{"start": "2019"}, "a", "b"))
		}, []string{"s"}, 0, crosswalk.Established},
		{"in a second paragraph too", func(_, w *graphtest.World) {
			refer(w, "a", "b", "none", "none", "water", w.Session("s", "held", graph.Properties{"start": "2019"}, "a", "b"))
			refer(w, "b", "a", "none", "none", "water", w.Passage(graphtest.GroupID("b")))
		}, []string{"s", "reference none"}, 2019, crosswalk.Established},
		{"on the topic of an intention", func(_, w *graphtest.World) {
			w.Session("water", "proposed", nil, "a", "b")
			refer(w, "a", "b", "agreed", "session", "water", w.Passage(graphtest.GroupID("a")))
		}, []string{"water"}, 0, crosswalk.Emerging},
		{"on the theme of an intention", func(_, w *graphtest.World) {
			p := w.Session("s", "proposed", nil, "a", "b")
			w.Entity("theme:water", nil, p)
			w.Link("session:test:s", graph.Addresses, "theme:water", graph.Properties{"stance": "touches"}, p)
			refer(w, "a", "b", "agreed", "session", "water", w.Passage(graphtest.GroupID("a")))
		}, []string{"s"}, 0, crosswalk.Emerging},
		{"more of what was done", func(_, w *graphtest.World) {
			w.Session("water", "held", graph.Properties{"start": "2019"}, "a", "b")
			refer(w, "a", "b", "agreed", "session", "water", w.Passage(graphtest.GroupID("a")))
		}, []string{"water", "reference agreed"}, 2019, crosswalk.Established},
		{"the partnership's, about three", func(_, w *graphtest.World) {
			w.Link("partnership:test", graph.RefersTo, graphtest.GroupID("c"), graph.Properties{"role": "water", "status": "planned", "kind": "commitment",
				"about": []string{graphtest.GroupID("a"), graphtest.GroupID("b"), graphtest.GroupID("c")}}, w.Passage("partnership:test"))
		}, []string{"reference planned"}, 2019, crosswalk.Emerging},
		{"to the partnership at large", func(_, w *graphtest.World) {
			w.Link(graphtest.GroupID("a"), graph.RefersTo, "partnership:test", graph.Properties{"role": "water", "status": "none", "kind": "none"}, w.Passage(graphtest.GroupID("a")))
		}, nil, 0, crosswalk.None},
	} {
		first, second := graphtest.NewWorld(2018, "a", "b", "c", "d"), graphtest.NewWorld(2019, "a", "b", "c", "d")
		tc.tell(first, second)
		x := pairOf(t, rank(t, crosswalk.Options{}, first, second), "a", "b")
		counted, _ := summary(x)
		year := 0
		for _, p := range x.Parts {
			if p.Channel == "reference" {
				year = p.Items[0].Year
			}
		}
		if d := cmp.Diff(tc.counted, counted); d != "" || year != tc.year || x.Band != tc.band {
			t.Errorf("%s: year %d, %s; want %d, %s; (-want +got):\n%s", tc.name, year, x.Band, tc.year, tc.band, d)
		}
	}
}

// TestEarlierYears: what is told of earlier years counts for what exceeds the dated events before the edition that tells it.
func TestEarlierYears(t *testing.T) {
	undated := graph.Properties{"dated": false}
	for _, tc := range []struct {
		name  string
		years []string // of dated sessions
		times int      // undated ones
		mass  float64
		items int
	}{
		{"alone", nil, 1, 0.5, 1},
		{"beside one of the edition's own year", []string{"2018"}, 1, 1.5, 2},
		{"beside one of three years before", []string{"2015"}, 1, 0.5, 1},
		{"beside one of six years before", []string{"2012"}, 1, 0.5, 2},
		{"two of them, one covered", []string{"2015"}, 2, 1, 2},
		{"two of them, one and a half covered", []string{"2015", "2012"}, 2, 1, 3},
	} {
		w := graphtest.NewWorld(2018, "a", "b")
		for i, y := range tc.years {
			w.Session("d"+string(rune('0'+i)), "held", graph.Properties{"start": y}, "a", "b")
		}
		for i := range tc.times {
			w.Session("u"+string(rune('0'+i)), "held", undated, "a", "b")
		}
		p := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b").Parts[0]
		if math.Abs(p.Mass-tc.mass) > 1e-12 || len(p.Items) != tc.items {
			t.Errorf("%s: mass %v of %d items, want %v of %d", tc.name, p.Mass, len(p.Items), tc.mass, tc.items)
		}
	}
}
