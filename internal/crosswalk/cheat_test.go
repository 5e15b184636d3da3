package crosswalk_test

import (
	"fmt"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// promises is an edition with n agreed commitments of a and b, each in its own paragraph, that concern one thing which a alone, or both,
// run; its status may be anything.
func promises(n int, about, status string, runs ...string) *graphtest.World {
	w := graphtest.NewWorld(2018, "a", "b", "c")
	p := w.Passage(graphtest.GroupID("a"))
	w.Entity(about, graph.Properties{"status": status}, p)
	typ, props := graph.Runs, graph.Properties{"role": "runs"}
	if graph.KindOf(about) == graph.Session {
		typ, props = graph.Holds, nil
	}
	for _, g := range runs {
		w.Link(graphtest.GroupID(g), typ, about, props, p)
	}
	for i := range n {
		at := w.Commitment(fmt.Sprint("c", i), "agreed", "a", "b")
		w.Link(fmt.Sprint("commitment:test:c", i), graph.Concerns, about, nil, at)
	}
	return w
}

func massOf(x crosswalk.Explanation, channel string) float64 {
	for _, p := range x.Parts {
		if p.Channel == channel {
			return p.Mass
		}
	}
	return 0
}

// TestOneSubjectCountsOnce: ten promises of one pair about one project are one intention, whoever runs it and however far it has come;
// about one session they are ten.
func TestOneSubjectCountsOnce(t *testing.T) {
	for _, status := range []string{"proposed", "running", "done", "dropped"} {
		for _, runs := range [][]string{nil, {"a"}, {"a", "b"}} {
			x := pairOf(t, rank(t, crosswalk.Options{}, promises(10, "project:test:x", status, runs...)), "a", "b")
			if got := massOf(x, "commitment"); got > 0.5 {
				t.Errorf("project %s, run by %v: mass %v", status, runs, got)
			}
		}
	}
	x := pairOf(t, rank(t, crosswalk.Options{}, promises(2, "session:test:x", "held", "a", "b")), "a", "b")
	if got := massOf(x, "commitment"); got != 1 {
		t.Errorf("two promises made at one session: mass %v", got)
	}
}

// TestAnotherTellingDoesNotLowerConfidence: a third document that ties both, however unsure, leaves at least what two documents say.
func TestAnotherTellingDoesNotLowerConfidence(t *testing.T) {
	tell := func(year int, confidence float64, groups ...string) *graphtest.World {
		w := graphtest.NewWorld(year, "a", "b", "c")
		p := w.Passage(graphtest.GroupID("a"))
		w.Entity("session:test:x", graph.Properties{"status": "held", "start": "2017"}, p)
		for _, g := range groups {
			w.Link(graphtest.GroupID(g), graph.Holds, "session:test:x", nil, p).Confidence = confidence
		}
		return w
	}
	two := []*graphtest.World{tell(2018, 1, "a"), tell(2019, 1, "b")}
	before := *pairOf(t, rank(t, crosswalk.Options{AsOf: 2020}, append(two, tell(2020, 0.1, "c"))...), "a", "b").Score
	after := *pairOf(t, rank(t, crosswalk.Options{AsOf: 2020}, append(two, tell(2020, 0.1, "a", "b"))...), "a", "b").Score
	if before <= 0 || after < before {
		t.Errorf("S was %v and is %v", before, after)
	}
}

// TestUndatedDoNotHangOnNames: sessions of earlier years, told by two editions, count the same whatever they are called.
func TestUndatedDoNotHangOnNames(t *testing.T) {
	score := func(first, second string) float64 {
		early, late := graphtest.NewWorld(2018, "a", "b", "c"), graphtest.NewWorld(2022, "a", "b", "c")
		early.Session(first, "held", graph.Properties{"dated": false}, "a", "b")
		early.Session("d15", "held", graph.Properties{"start": "2015"}, "a", "b")
		late.Session(second, "held", graph.Properties{"dated": false}, "a", "b")
		late.Session("d20", "held", graph.Properties{"start": "2020"}, "a", "b")
		return *pairOf(t, rank(t, crosswalk.Options{}, early, late), "a", "b").Score
	}
	if a, b := score("u1", "u2"), score("u2", "u1"); a != b {
		t.Errorf("S is %v and, with the names exchanged, %v", a, b)
	}
}

// TestWhatIsPastIsNoYounger: a session told as held counts from the year after its edition at the latest.
func TestWhatIsPastIsNoYounger(t *testing.T) {
	at := func(start string, asOf int) float64 {
		w, later := graphtest.NewWorld(2018, "a", "b", "c"), graphtest.NewWorld(2030, "a", "b", "c")
		w.Session("x", "held", graph.Properties{"start": start}, "a", "b")
		return *pairOf(t, rank(t, crosswalk.Options{AsOf: asOf}, w, later), "a", "b").Score
	}
	if at("2031", 2024) != at("2019", 2024) || at("2031", 2024) >= at("2031", 2018) {
		t.Errorf("S as of 2024 is %v, of a session of 2019 %v", at("2031", 2024), at("2019", 2024))
	}
}
