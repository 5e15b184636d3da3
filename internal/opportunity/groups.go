package opportunity

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Query chooses opportunities of a list. The zero value chooses all pairs.
type Query struct {
	Size  int    // members: 2 (also 0) or 3
	Kind  string // new, follow-up, deepen (for triples new chooses its four kinds too); empty: all
	Group string // id of a member
	Theme string // id of a supporting theme
}

// List is the chosen opportunities: new, then follow-up, then deepen, ranked from 1 in each. Errors wrap graph.ErrInvalid
// (size, kind) or graph.ErrNotFound (group, theme).
func (g *Groups) List(q Query) ([]Opportunity, error) {
	f := &g.f
	all, err := g.candidates(context.Background(), q.Size)
	if err != nil {
		return nil, err
	}
	if _, ok := lists[q.Kind]; !ok && q.Kind != "" {
		return nil, fmt.Errorf("kind %q is unknown; known: new, follow-up, deepen: %w", q.Kind, graph.ErrInvalid)
	}
	member := -1
	if q.Group != "" {
		if member, err = f.model.GroupNumber(q.Group); err != nil {
			return nil, err
		}
	}
	if n, ok := f.snap.Lookup(q.Theme); q.Theme != "" && (!ok || f.snap.Kind(n) != graph.Theme) {
		return nil, fmt.Errorf("theme %s: no such theme: %w", q.Theme, graph.ErrNotFound)
	}
	out := []Opportunity{}
	for _, c := range all {
		if (q.Kind == "" || c.list == q.Kind) && (member < 0 || slices.Contains(c.groups, member)) && f.supportedBy(c, q.Theme) {
			out = append(out, f.explain(c))
		}
	}
	return out, nil
}

// Prepare finds the opportunities of a size, which List, Get and Intervals then have at hand; they find them themselves where
// nobody did, and cannot be broken off then. It ends with the cause of ctx's end, or wraps graph.ErrInvalid for the size.
func (g *Groups) Prepare(ctx context.Context, size int) error {
	_, err := g.candidates(ctx, size)
	return err
}

// candidates are those of a size, which callers share: they must not change them.
func (g *Groups) candidates(ctx context.Context, size int) ([]candidate, error) {
	f := &g.f
	switch size {
	case 0, 2:
		return g.pairs.get(ctx, func() ([]candidate, error) { return f.pairCandidates(ctx, f.ranking, f.params) })
	case 3:
		return g.triples.get(ctx, func() ([]candidate, error) { return f.tripleCandidates(ctx, f.ranking, f.params) })
	}
	return nil, fmt.Errorf("size is %d; opportunities have 2 or 3 members: %w", size, graph.ErrInvalid)
}

func (f *finder) supportedBy(c candidate, theme string) bool {
	if theme == "" {
		return true
	}
	return slices.ContainsFunc(c.supports, func(s support) bool { return f.snap.ID(s.node) == theme })
}

// Get is one opportunity by its id, opportunity:A~B or opportunity:A~B~C; the members may stand in any order and under old
// ids. Errors wrap graph.ErrInvalid (no such id, one member, more than three, one twice) or graph.ErrNotFound: for members that
// are no groups, or with the reason why these are no opportunity.
func (g *Groups) Get(id string) (Opportunity, error) {
	f := &g.f
	members, err := f.membersOf(id)
	if err != nil {
		return Opportunity{}, err
	}
	all, err := g.candidates(context.Background(), len(members))
	if err != nil {
		return Opportunity{}, err
	}
	for _, c := range all {
		if slices.Equal(c.groups, members) {
			return f.explain(c), nil
		}
	}
	return Opportunity{}, fmt.Errorf("%s is not listed: %s: %w", id, f.whyNot(members), graph.ErrNotFound)
}

// membersOf reads the numbers of the groups in an opportunity's id, ascending.
func (f *finder) membersOf(id string) ([]int, error) {
	ids, ok := strings.CutPrefix(id, "opportunity:")
	if !ok {
		return nil, fmt.Errorf("%q is no opportunity; its id is opportunity: and the members' ids, joined by ~: %w", id, graph.ErrInvalid)
	}
	var out []int
	for _, m := range strings.Split(ids, "~") {
		g, err := f.model.GroupNumber(m)
		if err != nil {
			return nil, err
		}
		if slices.Contains(out, g) {
			return nil, fmt.Errorf("%s names %s twice: %w", id, f.memberIDs([]int{g})[0], graph.ErrInvalid)
		}
		out = append(out, g)
	}
	slices.Sort(out)
	return out, nil
}

// whyNot says why the members are no opportunity.
func (f *finder) whyNot(members []int) string {
	for i, g := range members {
		if !f.model.Active(g) {
			return f.memberIDs(members)[i] + " is not active"
		}
	}
	for i, g := range members {
		if !f.model.HasChapter(g) {
			return "the newest edition has no chapter of " + f.memberIDs(members)[i] + ", so that nothing can be said of what it has in common with others"
		}
	}
	if _, put := f.decisions[ID(f.memberIDs(members)...)]; put {
		return "it was put aside, and nothing new supports it since"
	}
	if len(members) == 2 && f.ranking.Facts(members[0], members[1]).Band == crosswalk.Strong {
		return "the two already work together"
	}
	return "fewer than two specific things in common with paragraphs of their own"
}

// Intervals gives, for each opportunity of a size, the 5 to 95 % range of its rank within its list over 200 draws of
// all parameters; a draw in which it is not listed does not count.
func (g *Groups) Intervals(size int) (map[string][2]int, error) {
	return g.IntervalsContext(context.Background(), size)
}

// IntervalsContext is Intervals, broken off with the cause of ctx's end.
func (g *Groups) IntervalsContext(ctx context.Context, size int) (map[string][2]int, error) {
	f := &g.f
	base, err := g.candidates(ctx, size)
	if err != nil {
		return nil, err
	}
	ranks := map[string][]int{}
	err = f.ranking.Draw(ctx, func(again *crosswalk.Ranking, factor func() float64) {
		p := f.params.drawn(factor)
		for _, c := range f.reweighed(base, again, p) {
			ranks[f.id(c)] = append(ranks[f.id(c)], c.rank)
		}
	})
	if err != nil {
		return nil, err
	}
	out := map[string][2]int{}
	for id, rs := range ranks {
		out[id] = crosswalk.Range(rs)
	}
	return out, nil
}

// reweighed orders the same candidates under other parameters.
func (f *finder) reweighed(base []candidate, again *crosswalk.Ranking, p Parameters) []candidate {
	all := slices.Clone(base)
	for i := range all {
		if len(all[i].groups) == 2 {
			all[i].s = again.Facts(all[i].groups[0], all[i].groups[1]).S
		} else {
			all[i].s = again.Model().JointScore(all[i].groups...)
		}
		f.weigh(&all[i], p)
	}
	return f.ordered(all)
}
