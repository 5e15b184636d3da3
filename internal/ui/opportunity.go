package ui

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

type listView struct {
	Kind  string
	Title string
	Intro string
	Items []opportunityView
	More  int
	All   string // address of the whole list
}

type opportunityView struct {
	opportunity.Opportunity
	Title    string
	Level    string
	Reasons  []reasonView
	Caution  []string
	Ready    []reasonView
	Firm     []stepView
	Mooted   []stepView
	Chapters string
	All      string // address of the whole explanation
}

type stepView struct {
	Name    string
	Lang    string
	Status  string
	Due     string
	Sources sourcesView
}

type groundView struct {
	Theme  string
	Count  int
	Of     int
	Groups string
}

// topOpportunities is how many of each list the first page shows.
const topOpportunities = 5

// opportunities gathers the three lists and the common ground.
func (v viewer) opportunities(p *homePage, s *graph.Snapshot, o crosswalk.Options) error {
	g, err := v.svc.GroupOpportunities(s, o)
	if err != nil {
		return err
	}
	for _, l := range []listView{
		{Kind: opportunity.New, Title: "Not named in the report", Intro: "The report names no joint work of these groups and proposes none; it does name specific things that each of them takes up."},
		{Kind: opportunity.FollowUp, Title: "Proposed in the report", Intro: "The report itself agrees on or proposes these, and names none of it as done."},
		{Kind: opportunity.Deepen, Title: "Have worked together, and there is more", Intro: "The report tells of joint work, and of something that is still to come or that they have in common beside it."},
	} {
		all, err := g.List(opportunity.Query{Kind: l.Kind})
		if err != nil {
			return err
		}
		for _, x := range all[:min(len(all), topOpportunities)] {
			l.Items = append(l.Items, v.opportunity(x))
		}
		l.More, l.All = len(all)-len(l.Items), v.asked.scored("/api/v1/opportunities.csv", "kind", l.Kind)
		p.Lists = append(p.Lists, l)
	}
	for _, x := range g.CommonGround() {
		names := make([]string, len(x.Groups))
		for i, m := range x.Groups {
			names[i] = v.name(m.Name)
		}
		p.Ground = append(p.Ground, groundView{v.name(x.Theme.Name), len(x.Groups), x.Of, sentence(names)})
	}
	return nil
}

func (v viewer) opportunity(x opportunity.Opportunity) opportunityView {
	out := opportunityView{Opportunity: x, Title: v.title(x.Members), Level: levelWords[x.Level], All: v.asked.scored("/api/v1/opportunities/" + x.ID)}
	var chapters []string
	for _, r := range x.Reasons {
		out.Reasons = append(out.Reasons, v.reason(r, out.All))
		chapters = append(chapters, v.ranking.Model().ToldBy(r.Passages)...)
	}
	for _, r := range x.Against {
		out.Caution = append(out.Caution, v.caution(r))
	}
	for _, r := range x.Ready {
		out.Ready = append(out.Ready, v.reason(r, out.All))
	}
	for _, n := range x.NextSteps {
		st := stepView{Status: statusWords[n.Status], Due: string(n.Due), Sources: v.sources(n.Passages, topReason, out.All)}
		st.Name, st.Lang = n.Name.In("en")
		chapters = append(chapters, v.ranking.Model().ToldBy(n.Passages)...)
		if n.Firm {
			out.Firm = append(out.Firm, st)
		} else {
			out.Mooted = append(out.Mooted, st)
		}
	}
	slices.Sort(chapters)
	out.Chapters = v.chapters(slices.Compact(chapters))
	return out
}
