package storetest

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testWithdraw: withdrawing takes away what no other report states and brings back what the others say.
func testWithdraw(t *testing.T, su *suite) {
	s := su.open(t)
	first, second := First(), Second()
	before := put(t, s, first.Bundle)
	put(t, s, second.Bundle)
	if got := status(t, s, meeting); got != "held" {
		t.Errorf("with the second edition the meeting is %q", got)
	}
	r := apply(t, s, graph.Change{Withdraw: []string{second.Report()}, By: "withdrawer"})
	if r.Digest != before.Digest || r.Number != 3 || r.By != "withdrawer" {
		t.Errorf("after withdrawing: release %d by %q with digest %s, want 3 with that of release 1, %s", r.Number, r.By, r.Digest, before.Digest)
	}
	holds(t, s, loaded(t, first.Bundle))
	if got := status(t, s, meeting); got != "proposed" {
		t.Errorf("without the second edition the meeting is %q", got)
	}
	_, err := s.Bundle(t.Context(), second.Report())
	fails(t, "bundle of a withdrawn report", err, graph.ErrNotFound)

	for _, ids := range [][]string{{second.Report()}, {first.Report(), "report:never-loaded"}} {
		_, _, err := s.Apply(t.Context(), graph.Change{Withdraw: ids})
		fails(t, "withdraw what is not loaded", err, graph.ErrNotFound)
		_, err = s.Plan(t.Context(), graph.Change{Withdraw: ids})
		fails(t, "plan to withdraw what is not loaded", err, graph.ErrNotFound)
	}
	holds(t, s, loaded(t, first.Bundle))

	put(t, s, second.Bundle)
	apply(t, s, graph.Change{Withdraw: []string{first.Report()}})
	holds(t, s, loaded(t, second.Bundle))
	last := apply(t, s, graph.Change{Withdraw: []string{second.Report()}})
	if last.Number != 6 || len(last.Bundles) != 0 || last.Digest != (graph.Digest{}).String() {
		t.Errorf("with everything withdrawn the release is %+v", last)
	}
	holds(t, s, graph.State{})
}

// status is the status of an entity.
func status(t *testing.T, s graph.Store, id string) string {
	t.Helper()
	snap := snapshot(t, s)
	n, ok := snap.Lookup(id)
	if !ok {
		t.Fatalf("%s is not there", id)
	}
	return snap.Entity(n).Properties.Text("status")
}
