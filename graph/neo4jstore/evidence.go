package neo4jstore

import "slices"

// evidence is which entities come to rest on which passages, and which no longer do though both stay.
func (p *plan) evidence() (came, went rows) {
	before := map[string][]string{}
	for i := range p.old.Entities {
		before[p.old.Entities[i].ID] = p.old.Entities[i].Evidence
	}
	gone := map[string]bool{}
	for i := range p.delta.Removed.Passages {
		gone[p.delta.Removed.Passages[i].ID] = true
	}
	add := func(to *rows, entity string, passages, not []string) {
		except := map[string]bool{}
		for _, id := range not {
			except[id] = true
		}
		for _, id := range passages {
			if !except[id] {
				*to = append(*to, map[string]any{"entity": entity, "passage": id})
			}
		}
	}
	for i := range p.delta.Added.Entities {
		add(&came, p.delta.Added.Entities[i].ID, p.delta.Added.Entities[i].Evidence, nil)
	}
	changed := p.changed()
	for i := range changed.Entities {
		e := &changed.Entities[i]
		add(&came, e.ID, e.Evidence, before[e.ID])
		add(&went, e.ID, before[e.ID], e.Evidence)
	}
	went = slices.DeleteFunc(went, func(r map[string]any) bool { return gone[r["passage"].(string)] }) // DETACH takes them with the passage
	return came, went
}
