package neo4jstore

import (
	"context"
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// rows are what the load's queries take.
type rows = []map[string]any

// writeDelta turns the graph that the plan started at into the one that it leads to. What goes, goes last: while a
// transaction has removed rows, each look-up in their index takes as long as there are such rows.
func (p *plan) writeDelta(ctx context.Context, tx runner) error {
	d, changed := &p.delta, p.changed()
	came, went := p.evidence()
	steps := []step{
		{"write entities", len(d.Added.Entities) + len(changed.Entities), func() error {
			if err := createEntities(ctx, tx, d.Added.Entities); err != nil {
				return err
			}
			return writeRows(ctx, tx, named("entity", "change"), changed.Entities, entityRow)
		}},
		{"write passages", len(d.Added.Passages) + len(changed.Passages), func() error {
			return writeBoth(ctx, tx, "passage", d.Added.Passages, changed.Passages, passageRow)
		}},
		{"write notes", len(d.Added.Notes) + len(changed.Notes), func() error {
			return writeBoth(ctx, tx, "note", d.Added.Notes, changed.Notes, noteRow)
		}},
		{"write redirects", len(d.Added.Redirects) + len(changed.Redirects), func() error {
			return writeBoth(ctx, tx, "redirect", d.Added.Redirects, changed.Redirects, redirectRow)
		}},
		{"write links", len(d.Added.Links), func() error { return writeLinks(ctx, tx, "create", d.Added.Links) }},
		{"change links", len(changed.Links), func() error { return writeLinks(ctx, tx, "change", changed.Links) }},
		{"write evidence", len(came), func() error { return write(ctx, tx, queryEvidenceCreate, "rows", came) }},
		{"remove evidence", len(went), func() error { return write(ctx, tx, queryEvidenceRemove, "rows", went) }},
		{"remove links", len(d.Removed.Links), func() error { return removeLinks(ctx, tx, d.Removed.Links) }},
		{"remove entities", len(d.Removed.Entities), func() error {
			return remove(ctx, tx, "entity", ids(d.Removed.Entities, func(e *graph.MergedEntity) string { return e.ID }))
		}},
		{"remove passages", len(d.Removed.Passages), func() error {
			return remove(ctx, tx, "passage", ids(d.Removed.Passages, func(g *graph.Passage) string { return g.ID }))
		}},
		{"remove notes", len(d.Removed.Notes), func() error {
			return remove(ctx, tx, "note", ids(d.Removed.Notes, func(n *graph.Note) string { return n.ID }))
		}},
		{"remove redirects", len(d.Removed.Redirects), func() error {
			return remove(ctx, tx, "redirect", ids(d.Removed.Redirects, func(r *graph.Redirect) string { return r.Old }))
		}},
	}
	return take(ctx, steps)
}

// step is one part of a load, of some rows.
type step struct {
	name string
	rows int
	do   func() error
}

// take takes the steps that have rows, and tells of each before it does.
func take(ctx context.Context, steps []step) error {
	done, total := 0, 0
	for _, s := range steps {
		total += s.rows
	}
	for _, s := range steps {
		if s.rows == 0 {
			continue
		}
		graph.Tell(ctx, graph.Progress{Step: s.name, Done: done, Total: total})
		if err := s.do(); err != nil {
			return err
		}
		done += s.rows
	}
	return nil
}

func named(noun, name string) queries.Query { return queries.Named("load/" + noun + "." + name) }

// writeRows encodes rows and writes them, pageSize at a time, so that a large load is never in memory twice: while the server
// takes one page, the next is encoded.
func writeRows[T any](ctx context.Context, tx runner, q queries.Query, list []T, row func(*T) (map[string]any, error)) error {
	type page struct {
		rows rows
		err  error
	}
	chunks := slices.Collect(slices.Chunk(list, pageSize))
	encode := func(i int) (p page) {
		p.rows = make(rows, len(chunks[i]))
		for k := range chunks[i] {
			if p.rows[k], p.err = row(&chunks[i][k]); p.err != nil {
				break
			}
		}
		return p
	}
	for p := range ahead(len(chunks), encode) {
		if p.err != nil {
			return p.err
		}
		if err := write(ctx, tx, q, "rows", p.rows); err != nil {
			return err
		}
	}
	return nil
}

// writeBoth creates what was added and replaces what was changed.
func writeBoth[T any](ctx context.Context, tx runner, noun string, added, changed []T, row func(*T) (map[string]any, error)) error {
	if err := writeRows(ctx, tx, named(noun, "create"), added, row); err != nil {
		return err
	}
	return writeRows(ctx, tx, named(noun, "change"), changed, row)
}

// createEntities creates entities kind by kind: a label stands in the query's text.
func createEntities(ctx context.Context, tx runner, list []graph.MergedEntity) error {
	byKind := map[graph.Kind][]graph.MergedEntity{}
	for _, e := range list {
		byKind[e.Kind] = append(byKind[e.Kind], e)
	}
	for _, k := range graph.Kinds {
		if err := writeRows(ctx, tx, kindQuery(k), byKind[k], entityRow); err != nil {
			return err
		}
		delete(byKind, k)
	}
	for k := range byKind {
		return fmt.Errorf("kind %s: %w", k, graph.ErrInvalid)
	}
	return nil
}

// writeLinks creates or changes links type by type: a type stands in the query's text.
func writeLinks(ctx context.Context, tx runner, name string, list []graph.MergedLink) error {
	byType := linksByType(list)
	for _, t := range graph.LinkTypes {
		if err := writeRows(ctx, tx, linkQuery(t, name), byType[t], linkRow); err != nil {
			return err
		}
	}
	return nil
}

func linksByType(list []graph.MergedLink) map[graph.LinkType][]graph.MergedLink {
	byType := map[graph.LinkType][]graph.MergedLink{}
	for _, l := range list {
		byType[l.Type] = append(byType[l.Type], l)
	}
	return byType
}
