package explore

import "github.com/crosswalk-kg/crosswalk/graph"

// Coverage says how well statements are evidenced.
type Coverage struct {
	Entities        int                 `json:"entities"`         // reports left out: they are the sources
	EntitiesWithout []string            `json:"entities_without"` // ids of those without a passage
	Links           int                 `json:"links"`
	LinksWithout    int                 `json:"links_without"`
	ByBasis         map[graph.Basis]int `json:"by_basis"`
	PassagesUncited int                 `json:"passages_uncited"` // that nothing rests on
	NamesOfOurs     int                 `json:"names_of_ours"`    // names in a language that are ours and not official
}

// Cover measures the coverage of evidence.
func Cover(s *graph.Snapshot) Coverage {
	c := Coverage{EntitiesWithout: []string{}, ByBasis: map[graph.Basis]int{}}
	cited := map[string]bool{}
	cite := func(ids []string) {
		for _, id := range ids {
			cited[id] = true
		}
	}
	for _, k := range graph.Kinds {
		if k == graph.ReportKind {
			continue
		}
		for _, n := range s.Nodes(k) {
			e := s.Entity(n)
			c.Entities++
			c.NamesOfOurs += len(e.NameSource)
			cite(e.Evidence)
			if len(e.Evidence) == 0 {
				c.EntitiesWithout = append(c.EntitiesWithout, e.ID)
			}
		}
	}
	for i := range s.NumLinks() {
		l := s.Link(graph.Edge(i))
		c.Links++
		c.ByBasis[l.Basis]++
		cite(l.Evidence)
		if len(l.Evidence) == 0 {
			c.LinksWithout++
		}
	}
	for _, n := range s.Notes("") {
		cite(n.Evidence)
	}
	for p := range s.Passages() {
		if !cited[p.ID] {
			c.PassagesUncited++
		}
	}
	return c
}
