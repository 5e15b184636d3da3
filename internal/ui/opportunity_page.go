package ui

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// opportunityOne is what the page of one possible collaboration shows.
type opportunityOne struct {
	frame
	opportunityView
	Members []refView
	List    string // which list it stands in, in words
	Intro   string
	Pairs   []pairLine
	Meaning string   // of the order
	Order   []string // sentences with the numbers by which it is ordered; empty for institutions, which are never numbered
	Parts   tableView
	Left    []leftOutView
}

func opportunityPage(v *viewer, ids []string) (string, any, error) {
	if err := v.rank(); err != nil {
		return "", nil, err
	}
	x, err := v.oneOpportunity(ids[0])
	if err != nil {
		return "", nil, err
	}
	if x.ID != ids[0] {
		return "", nil, moved{v.asked.opportunity(x.ID)}
	}
	p := &opportunityOne{frame: v.frame(v.title(x.Members)+", possible collaboration", dataView{"JSON", v.asked.scored("/api/v1/opportunities/" + x.ID)}),
		opportunityView: v.opportunity(x, 0), Members: v.memberRefs(x.Members), List: listWords[x.Kind], Intro: oneIntros[x.Kind]}
	if p.Pairs, err = v.pairLines(x.Members); err != nil {
		return "", nil, err
	}
	for _, o := range x.LeftOut {
		p.Left = append(p.Left, leftOutView{v.told(o.ID, o.Name), v.withNames(o.Why)})
	}
	v.numbers(p, x)
	return "opportunity.html", p, nil
}

// oneOpportunity finds one of groups or of institutions.
func (v *viewer) oneOpportunity(id string) (opportunity.Opportunity, error) {
	if strings.Contains(id, "institution:") {
		b, err := v.svc.BodyOpportunities(v.all, v.options)
		if err != nil {
			return opportunity.Opportunity{}, err
		}
		return b.Get(id)
	}
	g, err := v.svc.GroupOpportunities(v.all, v.options)
	if err != nil {
		return opportunity.Opportunity{}, err
	}
	x, err := g.Get(id)
	if err != nil {
		return x, err
	}
	ranges, err := v.svc.GroupIntervals(v.all, v.options, len(x.Members))
	if r, ok := ranges[x.ID]; ok {
		x.RankInterval = &r
	}
	return x, err
}

// pairLines says how each pair of the members, where they are groups, stands.
func (v *viewer) pairLines(ms []crosswalk.Member) ([]pairLine, error) {
	var out []pairLine
	for i, a := range ms {
		for _, b := range ms[i+1:] {
			if strings.HasPrefix(a.ID, "institution:") || strings.HasPrefix(b.ID, "institution:") {
				continue
			}
			x, err := v.ranking.Pair(a.ID, b.ID)
			if err != nil {
				return nil, err
			}
			out = append(out, v.pairLine(x))
		}
	}
	return out, nil
}

// numbers says how an opportunity is ordered; for institutions nothing is.
func (v *viewer) numbers(p *opportunityOne, x opportunity.Opportunity) {
	if x.Score == nil || x.Factors == nil || strings.Contains(x.ID, "institution:") {
		return
	}
	p.Meaning, p.Parts = orderMeaning(x.Kind), partTable("Parts of what they have in common", x.Parts)
	if x.Rank != nil {
		p.Order = append(p.Order, placeText("its list", *x.Rank, x.RankInterval))
	}
	p.Order = append(p.Order, fmt.Sprintf("Number %.3f: %.3f for what they have in common, times %.3f for what they do not do together yet.", *x.Score, x.Factors.InCommon, x.Factors.NotYet))
	if c := x.Counterfactual; c != nil {
		listed := ""
		if !c.Listed {
			listed = ", and it would not be listed"
		}
		p.Order = append(p.Order, fmt.Sprintf("Without “%s” the number would be %.3f%s.", v.nameOr(c.Name, c.Without), c.Score, listed))
	}
	if f := chanceFigures(x.Explanation); f != "" {
		p.Order = append(p.Order, f)
	}
}
