package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testPlan: a plan changes nothing and says what Apply then does, for every kind of change.
func testPlan(t *testing.T, su *suite) {
	s := su.open(t)
	var st graph.State
	for _, step := range []struct {
		name   string
		change graph.Change
	}{
		{"first", graph.Change{Put: []graph.Bundle{First().Bundle}}},
		{"second", graph.Change{Put: []graph.Bundle{Second().Bundle}}},
		{"the same again", graph.Change{Put: []graph.Bundle{Second().Bundle}}},
		{"revised", graph.Change{Put: []graph.Bundle{FirstRevised().Bundle}}},
		{"judged", graph.Change{Judge: []graph.Judgement{judged(graph.Same, "2022-01-01")}}},
		{"everything at once", graph.Change{Put: []graph.Bundle{FirstFrench().Bundle, First().Bundle}, Withdraw: []string{Second().Report()}, Judge: []graph.Judgement{judged(graph.Unsure, "2022-01-02")}}},
		{"withdrawn", graph.Change{Withdraw: []string{First().Report(), FirstFrench().Report()}}},
	} {
		next, err := st.Apply(step.change)
		if err != nil {
			t.Fatal(err)
		}
		want := graph.Diff(merged(t, st), merged(t, next))
		d, err := s.Plan(t.Context(), step.change)
		if err != nil {
			t.Fatalf("%s: plan: %v", step.name, err)
		}
		sameDelta(t, step.name, want, d)
		holds(t, s, st)
		r, _, err := s.Apply(t.Context(), step.change)
		if err != nil {
			t.Fatalf("%s: apply: %v", step.name, err)
		}
		if r.Digest != d.Digest.String() {
			t.Errorf("%s: the plan's digest is %v, the release's %s", step.name, d.Digest, r.Digest)
		}
		if diff := cmp.Diff(d.Counts, r.Counts); diff != "" && !d.Empty() {
			t.Errorf("%s: counts (-plan +release):\n%s", step.name, diff)
		}
		holds(t, s, next)
		st = next
	}
}

func sameDelta(t *testing.T, name string, want, got graph.Delta) {
	t.Helper()
	if want.Digest != got.Digest {
		t.Errorf("%s: digest %v, want %v", name, got.Digest, want.Digest)
	}
	if diff := cmp.Diff(want.Counts, got.Counts); diff != "" {
		t.Errorf("%s: counts (-want +got):\n%s", name, diff)
	}
	for _, part := range []struct {
		name      string
		want, got graph.Graph
	}{{"added", want.Added, got.Added}, {"changed", want.Changed, got.Changed}, {"removed", want.Removed, got.Removed}} {
		if diff := cmp.Diff(text(t, &part.want), text(t, &part.got)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", name, part.name, diff)
		}
	}
}
