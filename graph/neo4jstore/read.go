package neo4jstore

import (
	"context"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// reader reads the graph in pages. run runs work in a transaction: apart, one for each call, or one for all.
type reader struct {
	run     func(ctx context.Context, name string, work func(runner) error) error
	apart   bool
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
	whole, err := r.summed(ctx, reports, b.Add)
	return b, whole, err
}

// summed hands on every row, page by page, and sums up the digest of all.
func (r *reader) summed(ctx context.Context, reports []graph.Report, take func(page *graph.Graph)) (graph.Digest, error) {
	whole := (&graph.Graph{Reports: reports}).Digest()
	err := r.rows(ctx, reports, func(page *graph.Graph) {
		whole = whole.Replace(graph.Digest{}, page.Digest())
		take(page)
	})
	return whole, err
}

// reports reads the records of the loaded reports, in the order of editions.
func (r *reader) reports(ctx context.Context, refs []graph.BundleRef) ([]graph.Report, error) {
	graph.Tell(ctx, graph.Progress{Step: "read the graph"})
	var works map[string]graph.Report
	err := r.run(ctx, queryBundleRecords.Name(), func(tx runner) (err error) {
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

// rows reads passages, entities, links by type, notes and redirects, and hands on page after page, each as soon as the one before it
// was taken.
func (r *reader) rows(ctx context.Context, reports []graph.Report, take func(page *graph.Graph)) error {
	works := make(map[string]graph.Report, len(reports))
	for _, report := range reports {
		works[report.ID] = report
	}
	classes := []class{
		{page("passage"), "id", unpacking(passageOf, func(p []graph.Passage) { take(&graph.Graph{Passages: p}) })},
		{page("entity"), "id", unpacking(r.entityOf, func(p []graph.MergedEntity) { take(&graph.Graph{Entities: p}) })},
	}
	for _, t := range graph.LinkTypes {
		classes = append(classes, class{linkPage(t), "key", unpacking(r.linkOf(t, works), func(p []graph.MergedLink) { take(&graph.Graph{Links: p}) })})
	}
	classes = append(classes,
		class{page("note"), "id", unpacking(noteOf, func(p []graph.Note) { take(&graph.Graph{Notes: p}) })},
		class{page("redirect"), "old", unpacking(redirectOf, func(p []graph.Redirect) { take(&graph.Graph{Redirects: p}) })})
	return r.pages(ctx, classes)
}

func (r *reader) linkOf(t graph.LinkType, works map[string]graph.Report) func(record) (graph.MergedLink, error) {
	return func(row record) (graph.MergedLink, error) {
		p := row.properties("properties")
		l, err := p.link(t, row.text("from"), row.text("to"), works)
		if r.check && !p.says(saidOfLink(&l)) {
			r.amiss.Links = append(r.amiss.Links, l)
		}
		return l, err
	}
}

func page(noun string) queries.Query { return queries.Named("snapshot/" + noun + ".page") }

func (r *reader) entityOf(row record) (graph.MergedEntity, error) {
	p := row.properties("properties")
	e, err := p.entity()
	if r.check && !p.says(saidOfEntity(&e)) {
		r.amiss.Entities = append(r.amiss.Entities, e)
	}
	return e, err
}

func passageOf(row record) (graph.Passage, error) { return row.properties("properties").passage(), nil }

func noteOf(row record) (graph.Note, error) { return row.properties("properties").note(), nil }

func redirectOf(row record) (graph.Redirect, error) {
	return row.properties("properties").redirect(), nil
}
