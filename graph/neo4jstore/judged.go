package neo4jstore

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

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
