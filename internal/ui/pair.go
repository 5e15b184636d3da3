package ui

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// pairView is what the page of a pair shows.
type pairView struct {
	frame
	Link     linkView
	Members  []refView
	Sentence string
	Score    tableView // direct channels, which sum to the score
	Context  tableView // what both have, which sums to C
	Common   []commonView
	Left     []leftOutView
	Bodies   []bodiesView
	Depends  *refView // the one institution that every event with any names
	Chance   string   // what the institutions in common say, where that is no reason for caution
	Meaning  string   // of the score
	Possible string   // address of the pair as possible collaboration; empty where it is not listed
}

// leftOutView is something that was seen and not counted.
type leftOutView struct {
	refView
	Why string
}

// bodiesView is the institutions of one side that what ties a pair names.
type bodiesView struct {
	Side  string
	Names []refView
}

func pairPage(v *viewer, ids []string) (string, any, error) {
	if err := v.rank(); err != nil {
		return "", nil, err
	}
	x, err := v.ranking.Pair(ids[0], ids[1])
	if err != nil {
		return "", nil, err
	}
	a, b := x.Members[0].ID, x.Members[1].ID
	if ids[0] != a || ids[1] != b {
		return "", nil, moved{v.asked.pair(a, b)} // the other way round, or by an old id
	}
	ranges, err := v.svc.Intervals(v.all, v.options)
	if err != nil {
		return "", nil, err
	}
	x.RankInterval = v.ranking.Interval(ranges, a, b)
	p := &pairView{frame: v.frame(v.title(x.Members), dataView{"JSON", v.pairData(x)}), Link: v.link(x), Members: v.memberRefs(x.Members),
		Sentence: v.sentenceOf(x), Common: v.common(x), Bodies: v.bodies(x.NamedBodies), Meaning: scoreMeaning}
	p.Score, p.Context = partTables(x)
	for _, o := range x.LeftOut {
		p.Left = append(p.Left, leftOutView{v.told(o.ID, o.Name), v.withNames(o.Why)})
	}
	if d := x.DependsOnOne; d != nil {
		r := v.ref(d.ID)
		p.Depends = &r
	}
	if chance, caution := chanceText(x); !caution {
		p.Chance = chance
	} else if !slices.Contains(p.Link.Caution, chance) {
		p.Link.Caution = append(p.Link.Caution, chance)
	}
	if *x.Context > 0 {
		p.Link.Order = append(p.Link.Order, fmt.Sprintf("In common %.2f, which is not counted in the score.", *x.Context))
	}
	if f := chanceFigures(x); f != "" {
		p.Link.Order = append(p.Link.Order, f)
	}
	p.Possible, err = v.possible(opportunity.ID(a, b))
	return "pair.html", p, err
}

// sentenceOf says in a sentence what the report tells of a pair.
func (v *viewer) sentenceOf(x crosswalk.Explanation) string {
	switch x.State {
	case crosswalk.StateNoChapter:
		var silent []string
		for _, r := range x.Against {
			if r.Code == "no-chapter" {
				for _, id := range r.About {
					silent = append(silent, v.named(id))
				}
			}
		}
		return fmt.Sprintf("The report of %d has no chapter of %s, and no other chapter names a link. That says nothing about what was done.", v.year(), sentence(silent))
	case crosswalk.StateNotActive:
		return "One of the two is not active, and the report names no link between them."
	}
	switch x.Band {
	case crosswalk.Strong, crosswalk.Established:
		return "The report tells of " + ties(x) + "."
	case crosswalk.Emerging:
		return "The report names no joint work as done. It tells of " + ties(x) + "."
	case crosswalk.Mentioned:
		return "The report names the two groups together, and no joint work."
	case crosswalk.Latent:
		return "The report names no link between the two groups. It names " + commonCount(x) + " that both speak of, or that are named in the work of both."
	}
	return "The report names no link between the two groups, and nothing that both have in common."
}

// possible is the address of an opportunity, empty where it is not listed.
func (v *viewer) possible(id string) (string, error) {
	g, err := v.svc.GroupOpportunities(v.all, v.options)
	if err != nil {
		return "", err
	}
	all, err := g.List(opportunity.Query{})
	if err != nil || !slices.ContainsFunc(all, func(o opportunity.Opportunity) bool { return o.ID == id }) {
		return "", err
	}
	return v.asked.opportunity(id), nil
}

// bodies lists named institutions by side, in the order of the partnership's name.
func (v *viewer) bodies(n crosswalk.NamedBodies) []bodiesView {
	var out []bodiesView
	for _, b := range []bodiesView{{"Canada", v.memberRefs(n.CA)}, {"Mexico", v.memberRefs(n.MX)}, {"Neither, or the report names no side", v.memberRefs(n.NotStated)}} {
		if len(b.Names) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// nameOr is a name, or the id where there is none.
func (v *viewer) nameOr(n graph.Names, id string) string {
	if s := v.name(n); s != "" {
		return s
	}
	return id
}
