package storetest

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testJudgements: two ids that are judged the same become one, with a redirect; the judgement can be taken back.
func testJudgements(t *testing.T, su *suite) {
	s := su.open(t)
	both := []graph.Bundle{First().Bundle, Second().Bundle}
	apart := put(t, s, both...)
	same, different, unsure := judged(graph.Same, "2022-01-01"), judged(graph.Different, "2022-01-02T10:00:00Z"), judged(graph.Unsure, "2022-01-03")

	one := apply(t, s, graph.Change{Judge: []graph.Judgement{same}, By: "judge"})
	snap := holds(t, s, state(t, graph.Change{Put: both, Judge: []graph.Judgement{same}}))
	n, ok := snap.Lookup(sameLakes)
	if now, old := snap.Redirect(sameLakes); !ok || !old || now != institute || snap.ID(n) != institute {
		t.Errorf("%s leads to %s (%v, %v), want %s", sameLakes, now, ok, old, institute)
	}
	if one.Digest == apart.Digest || one.Counts.Added["redirect"] != 1 || one.Counts.Removed["Institution"] != 1 {
		t.Errorf("two ids became one: counts %+v", one.Counts)
	}
	if r, changed, err := s.Apply(t.Context(), graph.Change{Judge: []graph.Judgement{same}}); err != nil || changed || r.Number != one.Number {
		t.Errorf("the same judgement again: release %d, changed %v, %v", r.Number, changed, err)
	}

	back := apply(t, s, graph.Change{Judge: []graph.Judgement{different}})
	holds(t, s, state(t, graph.Change{Put: both, Judge: []graph.Judgement{same, different}}))
	if back.Digest != apart.Digest {
		t.Errorf("taken back, the digest is %s, was %s", back.Digest, apart.Digest)
	}
	// A judgement without effect on the graph is a release all the same: the store holds something that it did not.
	if r := apply(t, s, graph.Change{Judge: []graph.Judgement{unsure}}); !r.Counts.Zero() || r.Digest != apart.Digest || r.Number != back.Number+1 {
		t.Errorf("a judgement without effect: release %d, counts %+v", r.Number, r.Counts)
	}

	// With a judgement in force bundles are replaced, withdrawn and brought back.
	again := judged(graph.Same, "2022-02-01")
	js := []graph.Judgement{same, different, unsure, again}
	apply(t, s, graph.Change{Judge: []graph.Judgement{again}, Put: []graph.Bundle{FirstRevised().Bundle}})
	holds(t, s, state(t, graph.Change{Put: []graph.Bundle{FirstRevised().Bundle, Second().Bundle}, Judge: js}))
	apply(t, s, graph.Change{Withdraw: []string{First().Report()}})
	holds(t, s, state(t, graph.Change{Put: []graph.Bundle{Second().Bundle}, Judge: js}))
	put(t, s, First().Bundle)
	holds(t, s, state(t, graph.Change{Put: both, Judge: js}))
	past(t, s, "2", one, state(t, graph.Change{Put: both, Judge: []graph.Judgement{same}}))
}

// testJudgementsRefused: judgements that cannot stand change nothing; ones about ids that nobody states wait.
func testJudgementsRefused(t *testing.T, su *suite) {
	s := su.open(t)
	waiting := []graph.Judgement{judged(graph.Same, "2022-01-01")}
	apply(t, s, graph.Change{Judge: waiting})
	holds(t, s, graph.State{Judgements: waiting})
	both := []graph.Bundle{First().Bundle, Second().Bundle}
	put(t, s, both...)
	st := state(t, graph.Change{Put: both, Judge: waiting})
	if _, ok := holds(t, s, st).Redirect(sameLakes); !ok {
		t.Error("a judgement that came before its bundles has no effect")
	}
	for name, js := range map[string][]graph.Judgement{
		"two kinds":              {{A: institute, B: ana, Verdict: graph.Same}},
		"a body without name":    {{A: institute, B: miners, Verdict: graph.Same}},
		"no verdict":             {{A: institute, B: sameLakes, Verdict: "perhaps"}},
		"no id":                  {{A: "institute of lakes", B: sameLakes, Verdict: graph.Same}},
		"against other ones":     {{A: sameLakes, B: ministry, Verdict: graph.Same}, {A: institute, B: ministry, Verdict: graph.Different}},
		"good ones and a bad":    {{A: institute, B: ministry, Verdict: graph.Unsure}, {A: water, B: ana, Verdict: graph.Same}},
		"a time that is no time": {{A: institute, B: sameLakes, Verdict: graph.Unsure, At: "yesterday"}},
	} {
		_, _, err := s.Apply(t.Context(), graph.Change{Judge: js})
		fails(t, name, err, graph.ErrInvalid)
		_, err = s.Plan(t.Context(), graph.Change{Judge: js})
		fails(t, "plan: "+name, err, graph.ErrInvalid)
	}
	holds(t, s, st)
}
