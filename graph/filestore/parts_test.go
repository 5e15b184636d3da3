package filestore

import (
	"fmt"
	"os"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// edition is a bundle as if of another edition, which tells of the same things.
func edition(t *testing.T, b graph.Bundle, n int) graph.Bundle {
	t.Helper()
	report, old := fmt.Sprintf("report:part-%03d", n), b.Report.ID
	id := func(passage string) string {
		return "passage:" + report[len("report:"):] + passage[len("passage:"+old[len("report:"):]):]
	}
	ids := func(list []string) (out []string) {
		for _, p := range list {
			out = append(out, id(p))
		}
		return out
	}
	out := b
	out.Report.ID, out.Report.Work, out.Report.Year = report, report[len("report:"):], 1990+n%40
	out.Passages, out.Entities, out.Links, out.Notes = nil, nil, nil, nil
	for _, p := range b.Passages {
		p.ID, p.Quote = id(p.ID), ""
		out.Passages = append(out.Passages, p)
	}
	for _, e := range b.Entities {
		if e.Kind != graph.ReportKind {
			e.Evidence = ids(e.Evidence)
			out.Entities = append(out.Entities, e)
		}
	}
	for _, l := range b.Links {
		if l.From != old && l.To != old {
			l.Evidence = ids(l.Evidence)
			out.Links = append(out.Links, l)
		}
	}
	return out.Canonical()
}

// TestMergedByParts: more bundles than are unpacked at once are merged to the same snapshot as all at once, where images are gone; and
// it is by parts that they are.
func TestMergedByParts(t *testing.T) {
	dir := t.TempDir()
	st, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var bundles []graph.Bundle
	for n := range mostAtOnce + 10 {
		bundles = append(bundles, edition(t, storetest.First().Bundle, n))
	}
	r, _, err := st.Apply(t.Context(), graph.Change{Put: bundles, By: "test"})
	if err != nil {
		t.Fatal(err)
	}
	want, err := folder(dir).merge(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	got, ok, err := folder(dir).mergeByParts(t.Context(), r)
	if !ok || err != nil {
		t.Fatalf("not by parts: %v", err)
	}
	if d := graph.Diff(want, got.Graph()); !d.Empty() || got.Release().Digest != r.Digest {
		t.Errorf("by parts it is otherwise: %+v", d.Counts)
	}
	other := r
	other.Digest = (&graph.Graph{}).Digest().String()
	if _, ok, err := folder(dir).mergeByParts(t.Context(), other); ok || err != nil {
		t.Errorf("what another version recorded is taken for the result: %v, %v", ok, err)
	}
	if err := os.RemoveAll(folder(dir).path(images.dir)); err != nil {
		t.Fatal(err)
	}
	again, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	snap, err := again.Snapshot(t.Context())
	if err != nil || !func() bool { d := graph.Diff(want, snap.Graph()); return d.Empty() }() {
		t.Errorf("opened without an image: %v", err)
	}
}
