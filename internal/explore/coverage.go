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
	cited := make([]bool, s.NumPassages())
	some := false
	cite := func(passage int) { cited[passage], some = true, true }
	for _, k := range graph.Kinds {
		if k == graph.ReportKind {
			continue
		}
		for _, n := range s.Nodes(k) {
			c.Entities++
			c.NamesOfOurs += s.NumNamesOfOurs(n)
			some = false
			if s.EachEntityPassage(n, cite); !some {
				c.EntitiesWithout = append(c.EntitiesWithout, s.ID(n))
			}
		}
	}
	for e := range graph.Edge(s.NumLinks()) {
		c.Links++
		c.ByBasis[s.Basis(e)]++
		some = false
		if s.EachLinkPassage(e, cite); !some {
			c.LinksWithout++
		}
	}
	for i := range s.NumNotes() {
		s.EachNotePassage(i, cite)
	}
	for _, is := range cited {
		if !is {
			c.PassagesUncited++
		}
	}
	return c
}
