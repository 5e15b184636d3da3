package crosswalk_test

import (
	"encoding/json"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func score(t rapid.TB, specs []graphtest.Event, asOf int) *crosswalk.Ranking {
	m, err := crosswalk.NewModel(graphtest.Merged(t, graphtest.EventWorld(specs, nil).Bundle), crosswalk.Options{AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	return m.Rank()
}

func all(t rapid.TB, r *crosswalk.Ranking) []crosswalk.Explanation {
	xs, err := r.List(crosswalk.Filter{Bands: crosswalk.Bands})
	if err != nil {
		t.Fatal(err)
	}
	return xs
}

// TestScoresAreWellFormed: within [0,1), parts sum to the whole within 1e-9, items to their part, zero has no points, every
// number can be recomputed from what stands beside it, no pair without an event done is above emerging.
func TestScoresAreWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, x := range all(t, score(t, graphtest.DrawEvents(t), 0)) {
			checkParts(t, x)
			done := false
			for _, p := range x.Parts {
				for _, i := range p.Items {
					done = done || p.Direct && crosswalk.ClassOf(i.Status) == crosswalk.Done && p.Channel != "reference"
				}
			}
			if !done && (x.Band == crosswalk.Strong || x.Band == crosswalk.Established) {
				t.Fatalf("%s is %s without anything done", x.ID, x.Band)
			}
		}
	})
}

func checkParts(t *rapid.T, x crosswalk.Explanation) {
	direct, context := 0.0, 0.0
	left := 1.0
	for _, p := range x.Parts {
		mass, points := 0.0, 0.0
		for _, i := range p.Items {
			w := i.Confidence*i.StatusWeight*i.AgeWeight/float64(len(i.Groups)-1) - i.Offset
			if math.Abs(w-i.Weight) > 1e-9 {
				t.Fatalf("%s %s: weight %v cannot be recomputed: %v", x.ID, i.Entity, i.Weight, w)
			}
			mass, points = mass+i.Weight, points+i.Points
		}
		if v := 1 - math.Exp2(-p.Mass/p.H); math.Abs(mass-p.Mass) > 1e-9 || math.Abs(points-p.Points) > 1e-9 || math.Abs(v-p.Value) > 1e-9 {
			t.Fatalf("%s %s: mass %v points %v value %v do not follow from the items: %v %v %v", x.ID, p.Channel, p.Mass, p.Points, p.Value, mass, points, v)
		}
		if p.Direct {
			direct += p.Points
			left *= 1 - p.R*p.Value
		} else {
			context += p.Points
		}
	}
	if math.Abs(direct-*x.Score) > 1e-9 || math.Abs(context-*x.Context) > 1e-9 || math.Abs(1-left-*x.Score) > 1e-9 {
		t.Fatalf("%s: parts sum to %v and %v, the whole is %v and %v", x.ID, direct, context, *x.Score, *x.Context)
	}
	if !(*x.Score >= 0 && *x.Score < 1 && *x.Context >= 0 && *x.Context < 1) {
		t.Fatalf("%s: %v, %v lie outside [0,1)", x.ID, *x.Score, *x.Context)
	}
}

// TestOrderOfTellingIsIrrelevant: the same events told in another order give the same bytes; so does asking for the pair
// the other way round.
func TestOrderOfTellingIsIrrelevant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphtest.DrawEvents(t)
		perm := rapid.Permutation(graphtest.Ordered(len(specs))).Draw(t, "order")
		encode := func(order []int) []byte {
			m, err := crosswalk.NewModel(graphtest.Merged(t, graphtest.EventWorld(specs, order).Bundle.Canonical()), crosswalk.Options{})
			if err != nil {
				t.Fatal(err)
			}
			b, err := json.Marshal(all(t, m.Rank()))
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
		if a, b := encode(graphtest.Ordered(len(specs))), encode(perm); string(a) != string(b) {
			t.Fatalf("the order of telling changed the answer:\n%s\n%s", a, b)
		}
		r := score(t, specs, 0)
		ab, _ := r.Pair(graphtest.GroupID("a"), graphtest.GroupID("b"))
		ba, _ := r.Pair(graphtest.GroupID("b"), graphtest.GroupID("a"))
		x, _ := json.Marshal(ab)
		y, _ := json.Marshal(ba)
		if string(x) != string(y) {
			t.Fatalf("not symmetric:\n%s\n%s", x, y)
		}
	})
}

// TestNewEvent: a new direct event with a subject and a paragraph of its own never lowers S of its pairs, raises it strictly
// while its channel is far from full, and leaves S of the other pairs as it was.
func TestNewEvent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphtest.DrawEvents(t)
		fresh := graphtest.DrawEvent(t, 50)
		if fresh.Status == "dropped" || !fresh.Dated || fresh.Kind == "reference" && fresh.Status == "none" {
			t.Skip()
		}
		before, after := score(t, specs, 0), score(t, append(slices.Clone(specs), fresh), 0)
		for i, g := range graphtest.GroupNames {
			for _, h := range graphtest.GroupNames[:i] {
				x, _ := before.Pair(graphtest.GroupID(g), graphtest.GroupID(h))
				y, _ := after.Pair(graphtest.GroupID(g), graphtest.GroupID(h))
				in := slices.Contains(fresh.Groups, g) && slices.Contains(fresh.Groups, h)
				switch {
				case in && *y.Score < *x.Score:
					t.Fatalf("%s-%s: a new %s %s lowered S from %v to %v", g, h, fresh.Status, fresh.Kind, *x.Score, *y.Score)
				case in && *y.Score == *x.Score && !covered(x, y, fresh):
					t.Fatalf("%s-%s: a new %s %s left S at %v", g, h, fresh.Status, fresh.Kind, *x.Score)
				case !in && *y.Score != *x.Score:
					t.Fatalf("%s-%s: an unrelated event moved S from %v to %v", g, h, *x.Score, *y.Score)
				}
			}
		}
	})
}

// covered reports whether the new event is a dated one of earlier years that an undated one already stood for: the sum is
// then the same, by the rule for undated events.
func covered(before, _ crosswalk.Explanation, fresh graphtest.Event) bool {
	for _, p := range before.Parts {
		for _, i := range p.Items {
			if !i.Dated && p.Channel == fresh.Kind && fresh.Year < 2018 {
				return true
			}
		}
	}
	return false
}

// TestSplitTelling: splitting one proposed telling into two within its paragraph changes nothing.
func TestSplitTelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphtest.DrawEvents(t)
		var open []int
		for i, s := range specs {
			if s.Kind != "reference" && crosswalk.ClassOf(s.Status) != crosswalk.Done && s.Status != "dropped" {
				open = append(open, i)
			}
		}
		if len(open) == 0 {
			t.Skip()
		}
		twin := specs[rapid.SampledFrom(open).Draw(t, "which")]
		a, b := score(t, specs, 0), score(t, append(slices.Clone(specs), twin), 0)
		for i, g := range graphtest.GroupNames {
			for _, h := range graphtest.GroupNames[:i] {
				x, _ := a.Pair(graphtest.GroupID(g), graphtest.GroupID(h))
				y, _ := b.Pair(graphtest.GroupID(g), graphtest.GroupID(h))
				if *x.Score != *y.Score || x.Band != y.Band {
					t.Fatalf("%s-%s: a second telling in one paragraph moved S from %v (%s) to %v (%s)", g, h, *x.Score, x.Band, *y.Score, y.Band)
				}
			}
		}
	})
}

// TestMoreConfidence: more confidence in one event never lowers any S, where each event is an intention of its own.
func TestMoreConfidence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphtest.DrawEvents(t)
		if len(specs) == 0 {
			t.Skip()
		}
		surer := slices.Clone(specs)
		i := rapid.IntRange(0, len(specs)-1).Draw(t, "which")
		surer[i].Confidence = 1
		a, b := score(t, specs, 0), score(t, surer, 0)
		for i, g := range graphtest.GroupNames {
			for _, h := range graphtest.GroupNames[:i] {
				x, _ := a.Pair(graphtest.GroupID(g), graphtest.GroupID(h))
				y, _ := b.Pair(graphtest.GroupID(g), graphtest.GroupID(h))
				if *y.Score < *x.Score-1e-12 {
					t.Fatalf("%s-%s: more confidence lowered S from %v to %v", g, h, *x.Score, *y.Score)
				}
			}
		}
	})
}

// TestLaterYears: a later as-of year without new events never raises S.
func TestLaterYears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphtest.DrawEvents(t)
		year := rapid.IntRange(2019, 2040).Draw(t, "year")
		a, b := score(t, specs, 2018), score(t, specs, year)
		for i, g := range graphtest.GroupNames {
			for _, h := range graphtest.GroupNames[:i] {
				x, _ := a.Pair(graphtest.GroupID(g), graphtest.GroupID(h))
				y, _ := b.Pair(graphtest.GroupID(g), graphtest.GroupID(h))
				if *y.Score > *x.Score {
					t.Fatalf("%s-%s: as of %d S is %v, above %v as of 2018", g, h, year, *y.Score, *x.Score)
				}
			}
		}
	})
}

// TestProposalsNeverOutrankMeeting: three proposals of one pair, each in its own paragraph, never outrank one session that
// another pair held in the edition's year or the one before.
func TestProposalsNeverOutrankMeeting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var specs []graphtest.Event
		for i := range 3 {
			s := graphtest.DrawEvent(t, i)
			s.Groups = []string{"a", "b"}
			if s.Kind != "reference" && (s.Status == "dropped" || crosswalk.ClassOf(s.Status) == crosswalk.Done) {
				s.Status = "proposed"
			}
			if s.Kind == "reference" {
				s.Status = "proposed"
			}
			s.Dated, s.Confidence = true, 1
			specs = append(specs, s)
		}
		specs = append(specs, graphtest.Event{Kind: "session", Status: "held", Year: rapid.IntRange(2017, 2018).Draw(t, "year"), Dated: true, Groups: []string{"c", "d"}, Confidence: 1, At: 40, Concerns: -1})
		r := score(t, specs, 0)
		proposed, _ := r.Pair(graphtest.GroupID("a"), graphtest.GroupID("b"))
		met, _ := r.Pair(graphtest.GroupID("c"), graphtest.GroupID("d"))
		if *proposed.Rank < *met.Rank {
			t.Fatalf("three proposals (rank %d, %v) outrank a session held (rank %d, %v)", *proposed.Rank, *proposed.Score, *met.Rank, *met.Score)
		}
	})
}

// TestMatrixEqualsList: every cell equals the pair's own answer.
func TestMatrixEqualsList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := score(t, graphtest.DrawEvents(t), 0)
		m, err := r.Matrix("")
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range m.Cells {
			for k, c := range row {
				if i == k {
					if c.State != "self" || c.Score != nil {
						t.Fatalf("the diagonal is no pair: %+v", c)
					}
					continue
				}
				x, err := r.Pair(m.Groups[i].ID, m.Groups[k].ID)
				if err != nil || *x.Score != *c.Score || x.Band != c.Band || *x.Context != *c.Context {
					t.Fatalf("cell %s is %v %s, its pair %v %s (%v)", c.ID, *c.Score, c.Band, *x.Score, x.Band, err)
				}
			}
		}
	})
}
