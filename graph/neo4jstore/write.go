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
	steps := []func() error{
		func() error { return createEntities(ctx, tx, d.Added.Entities) },
		func() error { return writeRows(ctx, tx, named("entity", "change"), changed.Entities, entityRow) },
		func() error { return writeBoth(ctx, tx, "passage", d.Added.Passages, changed.Passages, passageRow) },
		func() error { return writeBoth(ctx, tx, "note", d.Added.Notes, changed.Notes, noteRow) },
		func() error {
			return writeBoth(ctx, tx, "redirect", d.Added.Redirects, changed.Redirects, redirectRow)
		},
		func() error { return writeLinks(ctx, tx, "create", d.Added.Links) },
		func() error { return writeLinks(ctx, tx, "change", changed.Links) },
		func() error { return write(ctx, tx, queryEvidenceCreate, "rows", came) },
		func() error { return write(ctx, tx, queryEvidenceRemove, "rows", went) },
		func() error { return removeLinks(ctx, tx, d.Removed.Links) },
		func() error {
			return remove(ctx, tx, "entity", ids(d.Removed.Entities, func(e *graph.MergedEntity) string { return e.ID }))
		},
		func() error {
			return remove(ctx, tx, "passage", ids(d.Removed.Passages, func(g *graph.Passage) string { return g.ID }))
		},
		func() error {
			return remove(ctx, tx, "note", ids(d.Removed.Notes, func(n *graph.Note) string { return n.ID }))
		},
		func() error {
			return remove(ctx, tx, "redirect", ids(d.Removed.Redirects, func(r *graph.Redirect) string { return r.Old }))
		},
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func named(noun, name string) queries.Query { return queries.Named("load/" + noun + "." + name) }

// writeRows encodes rows and writes them, pageSize at a time, so that a large load is never in memory twice.
func writeRows[T any](ctx context.Context, tx runner, q queries.Query, list []T, row func(*T) (map[string]any, error)) error {
	for chunk := range slices.Chunk(list, pageSize) {
		encoded := make(rows, len(chunk))
		for i := range chunk {
			var err error
			if encoded[i], err = row(&chunk[i]); err != nil {
				return err
			}
		}
		if err := write(ctx, tx, q, "rows", encoded); err != nil {
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
