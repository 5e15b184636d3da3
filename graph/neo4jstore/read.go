package neo4jstore

import (
	"context"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// reader reads the graph in pages. run runs work in a transaction, one for each call or one for all.
type reader struct {
	run     func(name string, work func(runner) error) error
	explain bool        // rows that do not fit are named, for which every bundle is read
	check   bool        // what Cypher alone reads of a row is held against what the reports state
	amiss   graph.Graph // the rows, entities and links alone, in which that does not fit
}

// graph reads every row and puts the rows in the order that Merge gives them.
func (r *reader) graph(ctx context.Context, refs []graph.BundleRef) (*graph.Graph, error) {
	g := &graph.Graph{}
	var works map[string]graph.Report
	graph.Tell(ctx, graph.Progress{Step: "read the graph"})
	err := r.run(queryBundleRecords.Name(), func(tx runner) (err error) {
		works, err = records(ctx, tx, refs)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, report := range works {
		g.Reports = append(g.Reports, report)
	}
	sort.Slice(g.Reports, func(i, k int) bool { return g.Reports[i].Before(g.Reports[k]) })
	for _, read := range []func() error{
		func() (err error) { g.Entities, err = pages(ctx, r, page("entity"), r.entityOf); return err },
		func() (err error) { g.Passages, err = pages(ctx, r, page("passage"), passageOf); return err },
		func() (err error) { g.Notes, err = pages(ctx, r, page("note"), noteOf); return err },
		func() (err error) { g.Redirects, err = pages(ctx, r, page("redirect"), redirectOf); return err },
		func() error { return r.links(ctx, g, works) },
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	sort.Slice(g.Entities, func(i, k int) bool { return g.Entities[i].ID < g.Entities[k].ID })
	sort.Slice(g.Passages, func(i, k int) bool { return g.Passages[i].ID < g.Passages[k].ID })
	sort.Slice(g.Notes, func(i, k int) bool { return g.Notes[i].ID < g.Notes[k].ID })
	sort.Slice(g.Redirects, func(i, k int) bool { return g.Redirects[i].Old < g.Redirects[k].Old })
	sort.Slice(g.Links, func(i, k int) bool { return g.Links[i].Key < g.Links[k].Key })
	return g, nil
}

func (r *reader) links(ctx context.Context, g *graph.Graph, works map[string]graph.Report) error {
	for _, t := range graph.LinkTypes {
		of := func(row record) (graph.MergedLink, string, error) {
			p := row.properties("properties")
			l, err := p.link(t, row.text("from"), row.text("to"), works)
			if r.check && !p.says(saidOfLink(&l)) {
				r.amiss.Links = append(r.amiss.Links, l)
			}
			return l, l.Key, err
		}
		list, err := pages(ctx, r, linkPage(t), of)
		if err != nil {
			return err
		}
		g.Links = append(g.Links, list...)
	}
	return nil
}

func page(noun string) queries.Query { return queries.Named("snapshot/" + noun + ".page") }

// pages reads the rows of one class. A page begins after the key of the last row: the index leads there at once, which
// skipping rows would not.
func pages[T any](ctx context.Context, r *reader, q queries.Query, of func(record) (value T, key string, err error)) ([]T, error) {
	var out []T
	for after, n := "", pageSize; n == pageSize; {
		from, start := len(out), after
		err := r.run(q.Name(), func(tx runner) error {
			out, after, n = out[:from], start, 0 // the driver may run this again
			return each(ctx, tx, q, map[string]any{"after": start, "limit": pageSize}, func(row record) error {
				v, key, err := of(row)
				out, after, n = append(out, v), key, n+1
				return err
			})
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r *reader) entityOf(row record) (graph.MergedEntity, string, error) {
	p := row.properties("properties")
	e, err := p.entity()
	if r.check && !p.says(saidOfEntity(&e)) {
		r.amiss.Entities = append(r.amiss.Entities, e)
	}
	return e, e.ID, err
}

func passageOf(row record) (graph.Passage, string, error) {
	p := row.properties("properties").passage()
	return p, p.ID, nil
}

func noteOf(row record) (graph.Note, string, error) {
	n := row.properties("properties").note()
	return n, n.ID, nil
}

func redirectOf(row record) (graph.Redirect, string, error) {
	r := row.properties("properties").redirect()
	return r, r.Old, nil
}
