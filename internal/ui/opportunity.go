package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// listView is one list of possible collaboration.
type listView struct {
	Kind  string
	Title string
	Intro string
	Items []opportunityView
	More  int
	All   string // address of the whole list
}

// opportunityView is one possible collaboration: a sentence why, and everything behind it.
type opportunityView struct {
	opportunity.Opportunity
	Title    string
	Address  string // of its page
	Level    string
	Sentence string
	Reasons  []reasonView
	Caution  []string
	Ready    []reasonView
	Firm     []stepView
	Mooted   []stepView
	Chapters string
}

type stepView struct {
	refView
	Status  string
	Due     string
	Sources sourcesView
}

type groundView struct {
	Theme  refView
	Count  int
	Of     int
	Groups string
}

// topOpportunities is how many of each list the first page shows, topReason how many passages of each chapter a reason shows there.
const (
	topOpportunities = 3
	topReason        = 1
)

var listIntros = map[string]string{
	opportunity.New:      "The report names no joint work of these groups and proposes none; it does name specific things that each of them speaks of.",
	opportunity.FollowUp: "The report itself agrees on these, proposes them or names them as possible, and tells of none as done.",
	opportunity.Deepen:   "The report tells of joint work, and of something that is still to come or that they have in common beside it.",
}

const newOfThree = "The report names nothing that all three do together, and proposes nothing; it does name specific things that each of them speaks of."

// oneIntros are listIntros for one of them, whoever its members are.
var oneIntros = map[string]string{
	opportunity.New:      "The report names no joint work of them and proposes none; it does name specific things that each of them speaks of.",
	opportunity.FollowUp: "The report itself agrees on this, proposes it or names it as possible, and tells of none of it as done.",
	opportunity.Deepen:   listIntros[opportunity.Deepen],
	opportunity.NewTable: newOfThree, opportunity.ExtendAPair: newOfThree, opportunity.CloseTheTriangle: newOfThree, opportunity.NeverAllTogether: newOfThree,
}

// opportunities gathers the first of the three lists and the common ground.
func (v *viewer) opportunities(p *homePage) (err error) {
	if p.Lists, err = v.lists(topOpportunities, topReason); err != nil {
		return err
	}
	p.Ground, err = v.ground()
	return err
}

// lists are the three lists of pairs, top of each (0: all), perChapter passages of a chapter for each reason (0: all).
func (v *viewer) lists(top, perChapter int) ([]listView, error) {
	g, err := v.svc.GroupOpportunities(v.all, v.options)
	if err != nil {
		return nil, err
	}
	var out []listView
	for _, kind := range []string{opportunity.New, opportunity.FollowUp, opportunity.Deepen} {
		all, err := g.List(opportunity.Query{Kind: kind})
		if err != nil {
			return nil, err
		}
		l := listView{Kind: kind, Title: listWords[kind], Intro: listIntros[kind], All: v.asked.page("/en/opportunities") + "#" + kind}
		for i, x := range all {
			if top > 0 && i == top {
				break
			}
			l.Items = append(l.Items, v.opportunity(x, perChapter))
		}
		l.More = len(all) - len(l.Items)
		out = append(out, l)
	}
	return out, nil
}

func (v *viewer) ground() ([]groundView, error) {
	g, err := v.svc.GroupOpportunities(v.all, v.options)
	if err != nil {
		return nil, err
	}
	var out []groundView
	for _, x := range g.CommonGround() {
		names := make([]string, len(x.Groups))
		for i, m := range x.Groups {
			names[i] = v.name(m.Name)
		}
		out = append(out, groundView{v.ref(x.Theme.ID), len(x.Groups), x.Of, sentence(names)})
	}
	return out, nil
}

func (v *viewer) opportunity(x opportunity.Opportunity, perChapter int) opportunityView {
	out := opportunityView{Opportunity: x, Title: v.title(x.Members), Address: v.asked.opportunity(x.ID), Level: levelText(x), Sentence: v.why(x)}
	var chapters []string
	for _, r := range x.Reasons {
		out.Reasons = append(out.Reasons, v.reason(r, perChapter, out.Address))
		chapters = append(chapters, v.ranking.Model().ToldBy(r.Passages)...)
	}
	out.Caution = v.cautions(x.Explanation, true)
	for _, r := range x.Ready {
		out.Ready = append(out.Ready, v.reason(r, perChapter, out.Address))
	}
	for _, n := range x.NextSteps {
		st := stepView{refView: v.ref(n.ID), Status: statusWords[n.Status], Due: dateText(n.Due), Sources: v.sources(n.Passages, perChapter, out.Address)}
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

// why is an opportunity's reason in one sentence: what is to come, firmest first; where nothing is, what weighs most in common.
func (v *viewer) why(x opportunity.Opportunity) string {
	switch {
	case len(x.NextSteps) > 0:
		n := x.NextSteps[0]
		return fmt.Sprintf("%s: “%s”%s.", stepWords[n.Status], v.nameOr(n.Name, n.ID), more(len(x.NextSteps)-1, [2]string{"more step", "more steps"}))
	case len(x.Parts) > 0:
		return v.inCommon(x)
	case len(x.Reasons) > 0:
		return strings.TrimSuffix(x.Reasons[0].Text, ".") + more(len(x.Reasons)-1, [2]string{"more thing in common", "more things in common"}) + "."
	}
	return "The report tells of joint work, and states no next step of it."
}

// more is ", and 2 more steps", empty for none.
func more(n int, noun [2]string) string {
	if n == 0 {
		return ""
	}
	return ", and " + plural(n, noun)
}

// opportunityLists is what the page of all possible collaboration of pairs shows.
type opportunityLists struct {
	frame
	Lists  []listView
	Ground []groundView
	Others []dataView // of other members, which have no list here
}

func opportunityList(v *viewer, _ []string) (_ string, _ any, err error) {
	if err = v.rank(); err != nil {
		return "", nil, err
	}
	p := &opportunityLists{frame: v.frame("Possible collaboration", dataView{"JSON", v.asked.scored("/api/v1/opportunities")}, dataView{"CSV", v.asked.scored("/api/v1/opportunities.csv")})}
	p.Others = []dataView{{"three groups", v.asked.scored("/api/v1/opportunities.csv", "size", "3")}, {"institutions", v.asked.scored("/api/v1/opportunities.csv", "members", "institutions")}}
	if p.Lists, err = v.lists(0, topReason); err != nil {
		return "", nil, err
	}
	p.Ground, err = v.ground()
	return "opportunities.html", p, err
}
