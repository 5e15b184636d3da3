package explore

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Comparison says what the editions of one year say otherwise than those of another.
type Comparison struct {
	From     int           `json:"from"`
	To       int           `json:"to"`
	Groups   GroupChanges  `json:"groups"`
	Pairs    []PairChange  `json:"pairs"`    // links between groups that appeared, vanished or changed, by id
	Entities []ThingChange `json:"entities"` // by kind and id
	Links    []LinkChange  `json:"links"`    // by key
}

// GroupChanges are the groups that exist in one of the years only: one that no edition told of yet, or that was disbanded, does not.
type GroupChanges struct {
	Came []Thing `json:"came"`
	Went []Thing `json:"went"`
}

// PairChange is a link between two groups, before and after; a side is null where the link is not there.
type PairChange struct {
	ID      string             `json:"id"`
	Members []crosswalk.Member `json:"members"`
	Change  string             `json:"change"` // appeared, vanished, stronger, weaker, same-score
	Before  *PairState         `json:"before"`
	After   *PairState         `json:"after"`
}

// PairState is a link at one time.
type PairState struct {
	Score float64        `json:"score"`
	Band  crosswalk.Band `json:"band"`
	Rank  *int           `json:"rank"`
}

// ThingChange is an entity that the newer edition tells first, no longer mentions, or tells otherwise.
type ThingChange struct {
	Thing      Thing            `json:"thing"`
	Change     string           `json:"change"` // appeared, not-mentioned, changed
	Properties []PropertyChange `json:"properties"`
}

// PropertyChange is a property or name (name_en …) of which editions say different things.
type PropertyChange struct {
	Property string `json:"property"`
	Before   any    `json:"before"`
	After    any    `json:"after"`
}

// LinkChange is a link that the newer edition states first, does not state, or states otherwise. A cross-reference that both
// state is one, although each edition's has an id of its own.
type LinkChange struct {
	Link       string           `json:"link"` // the one of the edition compared to, where that states it
	Type       graph.LinkType   `json:"type"`
	From       Thing            `json:"from"`
	To         Thing            `json:"to"`
	Change     string           `json:"change"` // appeared, not-mentioned, changed
	Properties []PropertyChange `json:"properties"`
}

// Compare sets the editions of the year from beside those of the year to, of one partnership. Pairs compare the links as of
// both years; entities and links compare what the editions of exactly those years state. Errors wrap graph.ErrNotFound for a
// year without an edition.
func Compare(before, after *crosswalk.Ranking) Comparison {
	c := Comparison{From: before.Model().AsOf, To: after.Model().AsOf, Pairs: []PairChange{}, Entities: []ThingChange{}, Links: []LinkChange{},
		Groups: GroupChanges{Came: []Thing{}, Went: []Thing{}}}
	s := after.Model().Snapshot()
	if c.From > c.To {
		s = before.Model().Snapshot() // which knows both years
	}
	c.compareGroups(before.Model(), after.Model())
	c.comparePairs(before, after)
	in := reportsOf(s, after.Model().Snapshot().ID(after.Model().Partnership))
	c.compareEntities(s, in)
	c.compareLinks(s, in)
	return c
}

// reportsOf maps the partnership's reports to their years.
func reportsOf(s *graph.Snapshot, partnership string) map[string]int {
	out := map[string]int{}
	for _, r := range s.Reports() {
		if r.Partnership == partnership {
			out[r.ID] = r.Year
		}
	}
	return out
}

func (c *Comparison) compareGroups(before, after *crosswalk.Model) {
	missing := func(in, from *crosswalk.Model) []Thing {
		out := []Thing{}
		for _, g := range from.Groups() {
			if id := from.Snapshot().ID(g); exists(from, id) && !exists(in, id) {
				out = append(out, ThingOf(from.Snapshot(), g))
			}
		}
		return out
	}
	c.Groups = GroupChanges{Came: missing(before, after), Went: missing(after, before)}
}

// exists reports whether a group is known as of the model's year and not disbanded.
func exists(m *crosswalk.Model, id string) bool {
	n, err := m.GroupNumber(id)
	return err == nil && m.Snapshot().Described(m.Groups()[n]).Properties.Text("status") != "disbanded"
}

func (c *Comparison) comparePairs(before, after *crosswalk.Ranking) {
	b, _ := before.List(crosswalk.Filter{}) // no filter, no error
	a, _ := after.List(crosswalk.Filter{})
	changes := map[string]*PairChange{}
	at := func(x crosswalk.Explanation) *PairChange {
		if changes[x.ID] == nil {
			changes[x.ID] = &PairChange{ID: x.ID, Members: x.Members}
		}
		return changes[x.ID]
	}
	for _, x := range b {
		at(x).Before = &PairState{*x.Score, x.Band, x.Rank}
	}
	for _, x := range a {
		at(x).After = &PairState{*x.Score, x.Band, x.Rank}
	}
	for _, id := range sortedKeys(changes) {
		p := changes[id]
		switch {
		case p.Before == nil:
			p.Change = "appeared"
		case p.After == nil:
			p.Change = "vanished"
		case p.After.Score > p.Before.Score:
			p.Change = "stronger"
		case p.After.Score < p.Before.Score:
			p.Change = "weaker"
		case p.After.Band == p.Before.Band:
			continue
		default:
			p.Change = "same-score"
		}
		c.Pairs = append(c.Pairs, *p)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
