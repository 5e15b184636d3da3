package neo4jstore

import (
	"context"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// complete adds to the states before and after a change what else must be merged with them: of the reports that the change
// does not name, their statements of the same entities and links. That is enough as long as no judgement has to do with
// any of them; otherwise ids may be merged across all reports, and every bundle is read.
func (p *plan) complete(ctx context.Context, tx runner, state, next *graph.State) error {
	rest := slices.DeleteFunc(slices.Clone(p.from.Bundles), func(r graph.BundleRef) bool {
		_, named := state.Bundles[r.Report]
		return named
	})
	var err error
	if p.reports, err = records(ctx, tx, p.from.Bundles); err != nil {
		return err
	}
	judged := judgedIDs(state.Judgements, next.Judgements)
	share := sharing{works: p.reports, bundles: map[string]*graph.Bundle{}, named: state.Bundles}
	if len(rest) > 0 && len(state.Judgements) == len(next.Judgements) {
		if err := share.read(ctx, tx, *state, *next); err != nil {
			return err
		}
	}
	others := share.others()
	if len(state.Judgements) != len(next.Judgements) || mentions(judged, state.Bundles, next.Bundles, others) {
		if others, err = readBundles(ctx, tx, rest); err != nil {
			return err
		}
	}
	state.Bundles, next.Bundles = maps.Clone(state.Bundles), maps.Clone(next.Bundles)
	maps.Copy(state.Bundles, others)
	maps.Copy(next.Bundles, others)
	return nil
}

// judgedIDs are the ids that any judgement names.
func judgedIDs(lists ...[]graph.Judgement) map[string]bool {
	ids := map[string]bool{}
	for _, js := range lists {
		for _, j := range js {
			ids[j.A], ids[j.B] = true, true
		}
	}
	return ids
}

// mentions reports whether any bundle names one of ids as an entity or within a property. Bundles are closed: what a link
// or a note names, an entity declares; the exceptions are property ids, which are looked at as well.
func mentions(ids map[string]bool, sets ...map[string]graph.Bundle) bool {
	if len(ids) == 0 {
		return false
	}
	in := func(p graph.Properties) bool {
		return ids[p.Text("parent_of_record")] || ids[p.Text("partnership")] || slices.ContainsFunc(p.List("about"), func(id string) bool { return ids[id] })
	}
	for _, set := range sets {
		for _, b := range set {
			if ids[b.Report.ID] || ids[b.Report.Partnership] ||
				slices.ContainsFunc(b.Entities, func(e graph.Entity) bool { return ids[e.ID] || in(e.Properties) }) ||
				slices.ContainsFunc(b.Links, func(l graph.Link) bool { return ids[l.From] || ids[l.To] || in(l.Properties) }) ||
				slices.ContainsFunc(b.Notes, func(n graph.Note) bool {
					return slices.ContainsFunc(n.About, func(id string) bool { return ids[id] })
				}) {
				return true
			}
		}
	}
	return false
}

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
