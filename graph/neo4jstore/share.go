package neo4jstore

import (
	"context"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// sharing gathers what reports that a change does not name state of the entities and links that it does name.
type sharing struct {
	works   map[string]graph.Report
	named   map[string]graph.Bundle
	bundles map[string]*graph.Bundle
}

func (s *sharing) others() map[string]graph.Bundle {
	out := map[string]graph.Bundle{}
	for id, b := range s.bundles {
		out[id] = *b
	}
	return out
}

// bundle is the part of a report's bundle that is gathered; nil for a report that the change names.
func (s *sharing) bundle(report string) *graph.Bundle {
	if _, named := s.named[report]; named {
		return nil
	}
	if s.bundles[report] == nil {
		s.bundles[report] = &graph.Bundle{Format: graph.BundleFormat, Report: s.works[report]}
	}
	return s.bundles[report]
}

// read looks up the entities and links of both states, pageSize keys at a time.
func (s *sharing) read(ctx context.Context, tx runner, states ...graph.State) error {
	ids, keys := map[string]bool{}, map[graph.LinkType]map[string]bool{}
	for _, st := range states {
		for _, b := range st.Bundles {
			ids[b.Report.ID] = true
			for _, e := range b.Entities {
				ids[e.ID] = true
			}
			for _, l := range b.Links {
				if keys[l.Type] == nil {
					keys[l.Type] = map[string]bool{}
				}
				keys[l.Type][l.Key(b.Report.Year)] = true
			}
		}
	}
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(ids)), pageSize) {
		if err := s.readEntities(ctx, tx, chunk); err != nil {
			return err
		}
	}
	for _, t := range graph.LinkTypes {
		for chunk := range slices.Chunk(slices.Sorted(maps.Keys(keys[t])), pageSize) {
			if err := s.readLinks(ctx, tx, t, chunk); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *sharing) readEntities(ctx context.Context, tx runner, ids []string) error {
	return each(ctx, tx, queryEntityFind, map[string]any{"ids": ids}, func(row record) error {
		e, err := row.properties("properties").entity()
		for _, st := range e.Statements {
			if b := s.bundle(st.Report); b != nil {
				b.Entities = append(b.Entities, st.Entity)
			}
		}
		return err
	})
}

func (s *sharing) readLinks(ctx context.Context, tx runner, t graph.LinkType, keys []string) error {
	return each(ctx, tx, linkQuery(t, "find"), map[string]any{"keys": keys}, func(row record) error {
		l, err := row.properties("properties").link(t, row.text("from"), row.text("to"), s.works)
		for _, st := range l.Statements {
			if b := s.bundle(st.Report); b != nil {
				b.Links = append(b.Links, st.Link)
			}
		}
		return err
	})
}
