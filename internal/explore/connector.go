package explore

import (
	"slices"
	"sort"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Connector is an institution that takes part in several groups.
type Connector struct {
	Institution crosswalk.Member   `json:"institution"`
	Country     string             `json:"country,omitempty"`
	Type        string             `json:"type,omitempty"`
	Groups      []crosswalk.Member `json:"groups"` // by id
	Passages    []string           `json:"passages"`
	LinksOfOne  []string           `json:"links_of_one"` // ids of links between groups that depend on this institution alone
}

// Connectors lists the institutions that take part in at least min groups (2 where less), alphabetically by their name in lang,
// never ranked; the bodies that coordinate the partnership and bodies without a name are left out.
func Connectors(r *crosswalk.Ranking, min int, lang string) []Connector {
	m := r.Model()
	s := m.Snapshot()
	out := []Connector{}
	for _, z := range m.Partners() {
		gs := m.PartnerGroups(z)
		if len(gs) < max(2, min) || m.Excluded(z) != "" {
			continue
		}
		p := s.Described(z).Properties
		c := Connector{Institution: m.MemberOf(z), Country: p.Text("country"), Type: p.Text("type"), Groups: []crosswalk.Member{}, Passages: []string{}, LinksOfOne: slices.Clone(r.LinksOfOne(z))}
		for _, g := range gs {
			c.Groups = append(c.Groups, m.MemberOf(m.Groups()[g]))
			c.Passages = append(c.Passages, m.PartnerEvidence(z, g)...)
		}
		slices.Sort(c.Passages)
		c.Passages = slices.Compact(c.Passages)
		if c.LinksOfOne == nil {
			c.LinksOfOne = []string{}
		}
		out = append(out, c)
	}
	byName(out, lang)
	return out
}

func byName(cs []Connector, lang string) {
	c := collate.New(language.Make(lang))
	name := func(x Connector) string { n, _ := x.Institution.Name.In(lang); return n }
	sort.SliceStable(cs, func(i, k int) bool {
		if d := c.CompareString(name(cs[i]), name(cs[k])); d != 0 {
			return d < 0
		}
		return cs[i].Institution.ID < cs[k].Institution.ID
	})
}
