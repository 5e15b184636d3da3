package api

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

type opportunitiesIn struct {
	Paging
	Scoring
	Members     string `query:"members" enum:"groups,institutions" default:"groups" doc:"Of groups, or of institutions (without numbers)."`
	Size        int    `query:"size" minimum:"2" maximum:"3" default:"2" doc:"Members of each: pairs, or triples of groups."`
	Kind        string `query:"kind" enum:"new,follow-up,deepen" doc:"One of the three lists. Default: all, one after the other."`
	Group       string `query:"group" maxLength:"200" doc:"Id of a group that is a member."`
	Institution string `query:"institution" maxLength:"200" doc:"Id of an institution that is a member (members=institutions)."`
	Theme       string `query:"theme" maxLength:"200" doc:"Id of a theme that supports it."`
}

func opportunities(q *query, in *opportunitiesIn) (List[opportunity.Opportunity], error) {
	var none List[opportunity.Opportunity]
	if err := in.check(); err != nil {
		return none, err
	}
	r, o, err := q.ranking(in.Scoring)
	if err != nil {
		return none, err
	}
	year, method := opportunityMethod(r)
	if in.Members == "institutions" {
		b, err := q.svc.BodyOpportunities(q.snap, o)
		if err != nil {
			return none, err
		}
		all, err := b.List(in.Kind, in.Institution)
		if err != nil {
			return none, err
		}
		return page(q, &in.Paging, all, year, method)
	}
	g, err := q.svc.GroupOpportunitiesOf(q.snap, o, in.Size)
	if err != nil {
		return none, err
	}
	all, err := g.List(opportunity.Query{Size: in.Size, Kind: in.Kind, Group: in.Group, Theme: in.Theme})
	if err != nil {
		return none, err
	}
	iv, err := q.svc.GroupIntervals(q.snap, o, in.Size)
	if err != nil {
		return none, err
	}
	for i := range all {
		all[i].RankInterval = intervalOf(iv, all[i].ID)
	}
	return page(q, &in.Paging, all, year, method)
}

// check refuses parameters that say nothing about the chosen members, rather than leave them unheard.
func (in *opportunitiesIn) check() error {
	if in.Members == "institutions" {
		if in.Group != "" || in.Theme != "" || in.Size != 2 {
			return fmt.Errorf("group, theme and size say nothing about institutions; leave them out, or ask for members=groups: %w", graph.ErrInvalid)
		}
		return nil
	}
	if in.Institution != "" {
		return fmt.Errorf("institution says nothing about groups; leave it out, or ask for members=institutions: %w", graph.ErrInvalid)
	}
	return nil
}

func intervalOf(iv map[string][2]int, id string) *[2]int {
	if r, ok := iv[id]; ok {
		return &r
	}
	return nil
}

type opportunityIn struct {
	Common
	Scoring
	ID string `path:"id" maxLength:"700" doc:"opportunity: and the members' ids in order, joined by ~."`
}

// OpportunityAnswer is one opportunity with its release.
type OpportunityAnswer struct {
	opportunity.Opportunity
	Meta Meta `json:"meta"`
}

func oneOpportunity(q *query, in *opportunityIn) (OpportunityAnswer, error) {
	r, o, err := q.ranking(in.Scoring)
	if err != nil {
		return OpportunityAnswer{}, err
	}
	out := OpportunityAnswer{Meta: q.meta(1)}
	out.Meta.AsOf, out.Meta.Method = opportunityMethod(r)
	if strings.Contains(in.ID, "institution:") {
		b, err := q.svc.BodyOpportunities(q.snap, o)
		if err != nil {
			return out, err
		}
		out.Opportunity, err = b.Get(in.ID)
		return out, err
	}
	g, err := q.svc.GroupOpportunitiesOf(q.snap, o, 2+min(1, strings.Count(in.ID, "~")/2))
	if err != nil {
		return out, err
	}
	if out.Opportunity, err = g.Get(in.ID); err != nil {
		return out, err
	}
	iv, err := q.svc.GroupIntervals(q.snap, o, len(out.Members))
	out.RankInterval = intervalOf(iv, out.ID) // the members may have been asked for in another order, or under old ids
	return out, err
}

type commonGroundIn struct {
	Paging
	Scoring
}

func commonGround(q *query, in *commonGroundIn) (List[opportunity.Ground], error) {
	r, o, err := q.ranking(in.Scoring)
	if err != nil {
		return List[opportunity.Ground]{}, err
	}
	g, err := q.svc.GroupOpportunities(q.snap, o)
	if err != nil {
		return List[opportunity.Ground]{}, err
	}
	year, method := opportunityMethod(r)
	return page(q, &in.Paging, g.CommonGround(), year, method)
}
