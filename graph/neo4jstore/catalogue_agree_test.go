package neo4jstore_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// asked is what a query of the catalogue returns.
func asked(t *testing.T, c *neo4jstore.Cypher, name string, params map[string]any) [][]any {
	t.Helper()
	q := queries.Named("read/" + name)
	bound, err := q.Bind(params)
	if err != nil {
		t.Fatal(err)
	}
	p, err := c.Prepare(t.Context(), name, q.Text(), bound)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Collect(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return r.Rows
}

// column is one column's texts.
func textColumn(rows [][]any, i int) []string {
	out := []string{}
	for _, r := range rows {
		out = append(out, r[i].(string))
	}
	slices.Sort(out)
	return out
}

// catalogueAgreesWithGo: queries that ask what the Go code answers too, by other ways, say the same: counts and coverage, editions, notes, commitments and
// figures of each group, and which groups have any event in common.
func catalogueAgreesWithGo(t *testing.T, s *neo4jstore.Store, c *neo4jstore.Cypher) {
	t.Helper()
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same := func(what string, want, got any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (Go, then Cypher):\n%s", what, diff)
		}
	}
	o := explore.Summarise(snap)
	want, got := map[string][2]int64{}, map[string][2]int64{}
	for _, k := range o.Kinds {
		n := int64(k.Count)
		with := n
		for _, id := range o.Evidence.EntitiesWithout {
			if graph.KindOf(id) == k.Kind {
				with--
			}
		}
		if k.Kind == graph.ReportKind { // whose evidence Go does not count: they are the sources
			continue
		}
		want[string(k.Kind)] = [2]int64{n, with}
	}
	for _, r := range asked(t, c, "evidence_coverage", nil) {
		if r[0] != string(graph.ReportKind) {
			got[r[0].(string)] = [2]int64{r[1].(int64), r[2].(int64)}
		}
	}
	same("coverage", want, got)

	reports := map[string]int64{}
	for _, r := range o.Reports {
		reports[r.ID] = int64(r.Passages)
	}
	loaded := map[string]int64{}
	for _, r := range asked(t, c, "editions_loaded", nil) {
		loaded[r[0].(string)] = r[5].(int64)
	}
	same("editions", reports, loaded)

	notes := []string{}
	for _, n := range snap.Notes("") {
		notes = append(notes, n.ID)
	}
	slices.Sort(notes)
	same("notes", notes, textColumn(asked(t, c, "contradictions", map[string]any{"kind": "any"}), 0))

	for _, g := range snap.Nodes(graph.WorkingGroup) {
		for name, t2 := range map[string]graph.LinkType{"commitments_of_group": graph.CommitsTo, "figures_of_group": graph.States} {
			ids := []string{}
			for _, e := range snap.Out(g, t2) {
				ids = append(ids, snap.ID(snap.To(e)))
			}
			slices.Sort(ids)
			same(name+" "+snap.ID(g), slices.Compact(ids), textColumn(asked(t, c, name, map[string]any{"group": snap.ID(g)}), 0))
		}
	}

	m, err := crosswalk.NewModel(snap, crosswalk.Options{})
	if err != nil {
		t.Fatal(err)
	}
	list, err := m.Rank().List(crosswalk.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	pairs := []string{}
	for _, p := range list {
		if slices.ContainsFunc(p.Parts, func(x crosswalk.Part) bool { return x.Direct }) {
			pairs = append(pairs, p.Members[0].ID+" "+p.Members[1].ID)
		}
	}
	slices.Sort(pairs)
	linked := []string{}
	for _, r := range asked(t, c, "groups_linked", nil) {
		linked = append(linked, r[0].(string)+" "+r[2].(string))
	}
	same("pairs with an event in common", pairs, linked)
}
