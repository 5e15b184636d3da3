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
	var err error
	if g.Reports, err = r.reports(ctx, refs); err != nil {
		return nil, err
	}
	err = r.rows(ctx, g.Reports, func(page *graph.Graph) {
		g.Passages = append(g.Passages, page.Passages...)
		g.Entities = append(g.Entities, page.Entities...)
		g.Links = append(g.Links, page.Links...)
		g.Notes = append(g.Notes, page.Notes...)
		g.Redirects = append(g.Redirects, page.Redirects...)
	})
	if err != nil {
		return nil, err
	}
	sort.Slice(g.Entities, func(i, k int) bool { return g.Entities[i].ID < g.Entities[k].ID })
	sort.Slice(g.Passages, func(i, k int) bool { return g.Passages[i].ID < g.Passages[k].ID })
	sort.Slice(g.Notes, func(i, k int) bool { return g.Notes[i].ID < g.Notes[k].ID })
	sort.Slice(g.Redirects, func(i, k int) bool { return g.Redirects[i].Old < g.Redirects[k].Old })
	sort.Slice(g.Links, func(i, k int) bool { return g.Links[i].Key < g.Links[k].Key })
	return g, nil
}

// packed reads every row into a builder, page by page, and sums up the digest of all.
func (r *reader) packed(ctx context.Context, refs []graph.BundleRef) (*graph.Builder, graph.Digest, error) {
	reports, err := r.reports(ctx, refs)
	if err != nil {
		return nil, graph.Digest{}, err
	}
	b := graph.NewBuilder(reports)
	whole := (&graph.Graph{Reports: reports}).Digest()
	err = r.rows(ctx, reports, func(page *graph.Graph) {
		whole = whole.Replace(graph.Digest{}, page.Digest())
		b.Add(page)
	})
	return b, whole, err
}

// reports reads the records of the loaded reports, in the order of editions.
func (r *reader) reports(ctx context.Context, refs []graph.BundleRef) ([]graph.Report, error) {
	graph.Tell(ctx, graph.Progress{Step: "read the graph"})
	var works map[string]graph.Report
	err := r.run(queryBundleRecords.Name(), func(tx runner) (err error) {
		works, err = records(ctx, tx, refs)
		return err
	})
	var out []graph.Report
	for _, report := range works {
		out = append(out, report)
	}
	sort.Slice(out, func(i, k int) bool { return out[i].Before(out[k]) })
	return out, err
}

// rows reads passages, entities, links by type, notes and redirects, and hands on page after page.
func (r *reader) rows(ctx context.Context, reports []graph.Report, take func(page *graph.Graph)) error {
	works := make(map[string]graph.Report, len(reports))
	for _, report := range reports {
		works[report.ID] = report
	}
	reads := []func() error{
		func() error {
			return pages(ctx, r, page("passage"), passageOf, func(p []graph.Passage) { take(&graph.Graph{Passages: p}) })
		},
		func() error {
			return pages(ctx, r, page("entity"), r.entityOf, func(p []graph.MergedEntity) { take(&graph.Graph{Entities: p}) })
		},
	}
	for _, t := range graph.LinkTypes {
		reads = append(reads, func() error {
			return pages(ctx, r, linkPage(t), r.linkOf(t, works), func(p []graph.MergedLink) { take(&graph.Graph{Links: p}) })
		})
	}
	reads = append(reads,
		func() error {
			return pages(ctx, r, page("note"), noteOf, func(p []graph.Note) { take(&graph.Graph{Notes: p}) })
		},
		func() error {
			return pages(ctx, r, page("redirect"), redirectOf, func(p []graph.Redirect) { take(&graph.Graph{Redirects: p}) })
		})
	for _, read := range reads {
		if err := read(); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) linkOf(t graph.LinkType, works map[string]graph.Report) func(record) (graph.MergedLink, string, error) {
	return func(row record) (graph.MergedLink, string, error) {
		p := row.properties("properties")
		l, err := p.link(t, row.text("from"), row.text("to"), works)
		if r.check && !p.says(saidOfLink(&l)) {
			r.amiss.Links = append(r.amiss.Links, l)
		}
		return l, l.Key, err
	}
}

func page(noun string) queries.Query { return queries.Named("snapshot/" + noun + ".page") }

// pages reads the rows of one class and hands on each page when it was read whole. A page begins after the key of the last row: the
// index leads there at once, which skipping rows would not.
func pages[T any](ctx context.Context, r *reader, q queries.Query, of func(record) (value T, key string, err error), take func([]T)) error {
	for after, n := "", pageSize; n == pageSize; {
		start := after
		var page []T
		err := r.run(q.Name(), func(tx runner) error {
			page, after = nil, start // the driver may run this again
			return each(ctx, tx, q, map[string]any{"after": start, "limit": pageSize}, func(row record) error {
				v, key, err := of(row)
				page, after = append(page, v), key
				return err
			})
		})
		if err != nil {
			return err
		}
		n = len(page)
		take(page)
	}
	return nil
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
