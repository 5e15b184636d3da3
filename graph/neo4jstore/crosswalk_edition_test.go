package neo4jstore_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func TestCypherAgreesOnTheEditions(t *testing.T) {
	s, run := openRunner(t)
	all := func(partnership string, p *crosswalk.Parameters) {
		for _, asOf := range []int{0, 2017, 2018, 2019, 2025} {
			agree(t.Context(), t, s, run, partnership, asOf, p)
		}
	}
	b18, b19 := graphtest.Edition2018(t).Canonical(), graphtest.Edition2019(t).Canonical()
	put(t, s, b18)
	all("partnership:cmp", nil)
	put(t, s, b19)
	all("partnership:cmp", nil)
	halfLife := crosswalk.Defaults()
	halfLife.HalfLife = 0.7
	all("partnership:cmp", &halfLife)
	other := graphtest.NewWorld(2020, "a", "b")
	other.Session("s", "held", nil, "a", "b")
	put(t, s, other.Bundle.Canonical())
	all("partnership:cmp", nil)
	all("partnership:test", nil)
	if _, _, err := s.Apply(t.Context(), graph.Change{Withdraw: []string{b18.Report.ID}}); err != nil {
		t.Fatal(err)
	}
	all("partnership:cmp", nil)
}

// What the editions said as of a year that is not their newest is counted, or the test above tests nothing.
func TestCypherAnswersAsOfAYear(t *testing.T) {
	s, run := openRunner(t)
	put(t, s, graphtest.Edition2018(t).Canonical(), graphtest.Edition2019(t).Canonical())
	weights := map[int]string{}
	for _, asOf := range []int{2018, 2019} {
		weights[asOf] = fmt.Sprint(inCypher(run, "partnership:cmp", asOf, 3))
	}
	if weights[2018] == weights[2019] || weights[2018] == "map[]" {
		t.Errorf("2018 and 2019 are answered alike: %.300s", weights[2018])
	}
	if before := inCypher(run, "partnership:cmp", 2017, 3); len(before) != 0 {
		t.Errorf("before the first edition: %v", before)
	}
}

// An id that was merged away is answered as the one that was kept.
func TestCypherFollowsOldIDs(t *testing.T) {
	s, run := openRunner(t)
	first, second := graphtest.NewWorld(2018, "a", "b"), graphtest.NewWorld(2018, "a", "b")
	first.Session("s", "held", nil, "a", "b")
	second.Session("later", "held", nil, "a", "b")
	second.Entity("partnership:united", nil, second.Passage("partnership:united"))
	r := &second.Bundle.Report
	r.ID, r.Work, r.Partnership = "report:united-2018", "united-2018", "partnership:united"
	renamed := []byte(strings.NewReplacer("test-2018", "united-2018").Replace(string(second.Bundle.Encode())))
	bundle, err := graph.DecodeBundle(bytes.NewReader(renamed), "united")
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, first.Bundle.Canonical(), bundle.Canonical())
	same := graph.Judgement{A: "partnership:test", B: "partnership:united", Verdict: graph.Same, By: "test", At: "2024-01-01", Reason: "one and the same"}
	if _, _, err := s.Apply(t.Context(), graph.Change{Judge: []graph.Judgement{same}}); err != nil {
		t.Fatal(err)
	}
	const old, kept = "partnership:united", "partnership:test" // that of the first report, by id
	agree(t.Context(), t, s, run, old, 0, nil)
	agree(t.Context(), t, s, run, kept, 0, nil)
	if got := inCypher(run, old, 0, 3); len(got) == 0 {
		t.Errorf("%s, merged into %s, has no answer", old, kept)
	}
}

func TestCypherAgreesOnDrawnWorlds(t *testing.T) {
	s, run := openRunner(t)
	rapid.Check(t, func(rt *rapid.T) {
		if err := s.Clear(t.Context()); err != nil {
			rt.Fatal(err)
		}
		c := graph.Change{By: "rapid"}
		for _, b := range drawnEditions(rt) {
			c.Put = append(c.Put, b.Canonical())
		}
		if _, _, err := s.Apply(t.Context(), c); err != nil {
			rt.Fatal(err)
		}
		p := crosswalk.Defaults()
		p.HalfLife = rapid.SampledFrom([]float64{3, 1, 0.4, 7}).Draw(rt, "half life")
		for _, asOf := range []int{0, 2018} {
			agree(t.Context(), rt, s, run, "partnership:test", asOf, &p)
		}
	})
}
