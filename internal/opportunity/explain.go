package opportunity

import (
	"fmt"
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// explain gives a candidate the shape of every answer.
func (f *finder) explain(c candidate) Opportunity {
	omega, rank := c.omega(), c.rank
	o := Opportunity{Evidence: c.evidence(), Reasons: f.reasons(c), Explanation: crosswalk.Explanation{
		ID: f.id(c), Type: "opportunity", Kind: c.kind, Score: &omega, Level: c.level, Rank: &rank,
		Factors: &crosswalk.Factors{InCommon: graph.Round12(c.a), NotYet: graph.Round12(c.g)},
		Parts:   f.parts(c), LeftOut: slices.Clone(c.leftOut), Against: f.against(c), Ready: f.ready(c), NextSteps: slices.Clone(c.next),
		Convener: f.convener(c.groups), Parameters: f.model.Parameters, Method: f.model.Method(),
		NamedBodies: crosswalk.NamedBodies{CA: []crosswalk.Member{}, MX: []crosswalk.Member{}, NotStated: []crosswalk.Member{}},
	}}
	o.Method.Name = "opportunity"
	o.Method.Custom = o.Method.Custom || f.params != Defaults()
	for _, g := range c.groups {
		o.Members = append(o.Members, f.model.MemberOf(f.model.Groups()[g]))
	}
	if len(c.groups) == 2 {
		facts := f.ranking.Facts(c.groups[0], c.groups[1])
		ctx := graph.Round12(facts.C)
		o.Context, o.Band = &ctx, facts.Band
		o.Chance = f.ranking.ChanceOf(c.groups[0], c.groups[1])
		f.bodies(c, &o.NamedBodies)
	}
	if o.LeftOut == nil {
		o.LeftOut = []crosswalk.LeftOut{}
	}
	if o.NextSteps == nil {
		o.NextSteps = []crosswalk.NextStep{}
	}
	sort.SliceStable(o.LeftOut, func(i, k int) bool {
		a, b := o.LeftOut[i], o.LeftOut[k]
		if a.Rule != b.Rule {
			return a.Rule < b.Rule
		}
		return a.ID < b.ID
	})
	if d, ok := f.decisions[o.ID]; ok {
		o.Decision = &d
	}
	o.Counterfactual = f.without(c)
	if c.list == New && o.Counterfactual != nil && !o.Counterfactual.Listed {
		name, _ := o.Counterfactual.Name.In("en")
		o.Against = append(o.Against, crosswalk.Reason{Code: "rests-on-one", Text: "Without " + name + " too little would be in common to list it.", About: []string{o.Counterfactual.Without}, Passages: []string{}})
	}
	return o
}

// parts lays the supports out by channel; an item's weight is 1/(groups that touch it - 1), a part's points are its share of A.
func (f *finder) parts(c candidate) []crosswalk.Part {
	out := []crosswalk.Part{}
	theme, need, body := c.masses()
	logs := f.logs(theme, need, body)
	total := logs[0] + logs[1] + logs[2]
	for i, ch := range []struct {
		name string
		mass float64
		w    crosswalk.Weight
	}{{channelNeed, need, f.params.Need}, {channelTheme, theme, f.params.Theme}, {channelBody, body, f.params.Body}} {
		if ch.mass == 0 {
			continue
		}
		points := c.a * logs[i] / total
		p := crosswalk.Part{Channel: ch.name, Mass: graph.Round12(ch.mass), R: ch.w.R, H: ch.w.H,
			Value: graph.Round12(crosswalk.Value(ch.mass, ch.w.H)), Points: graph.Round12(points), Items: []crosswalk.Item{}}
		for _, s := range c.supports {
			if s.channel == ch.name {
				p.Items = append(p.Items, f.item(s, points, ch.mass))
			}
		}
		out = append(out, p)
	}
	return out
}

func (f *finder) item(s support, points, mass float64) crosswalk.Item {
	e := f.snap.Described(s.node)
	groups := f.model.ThemeGroups(s.node)
	if s.channel == channelBody {
		groups = f.model.PartnerGroups(s.node)
	}
	status := ""
	for i, st := range s.stance {
		if i > 0 {
			status += ", "
		}
		status += st
	}
	return crosswalk.Item{Entity: e.ID, Name: e.Name, Status: status, Dated: true, Confidence: 1, Groups: f.memberIDs(groups), StatusWeight: 1, AgeWeight: 1,
		Weight: graph.Round12(s.weight), Points: graph.Round12(points * s.weight / mass), ToldBy: f.model.ToldBy(s.passages), Passages: s.passages, AlsoTold: []string{}}
}

// ready lists, in sentences, what would make it easy: a convener, chapters, open commitments on a shared theme. They are
// not factors.
func (f *finder) ready(c candidate) []crosswalk.Reason {
	out := []crosswalk.Reason{}
	if v := f.convener(c.groups); v != nil {
		out = append(out, crosswalk.Reason{Code: "convener", Text: v.Name["en"] + " " + v.Role + ".", About: []string{v.ID}, Passages: []string{}})
	}
	reported := true
	for _, g := range c.groups {
		reported = reported && f.model.HasChapter(g)
	}
	if reported {
		out = append(out, crosswalk.Reason{Code: "all-reported", Text: "Each has a chapter in the newest edition.", About: f.memberIDs(c.groups), Passages: []string{}})
	}
	for _, s := range c.supports {
		if s.channel == channelBody {
			continue
		}
		for _, tell := range f.openCommitments(s.node, c.groups) {
			e, _ := f.snap.Lookup(tell.Via)
			out = append(out, crosswalk.Reason{Code: "open-commitment",
				Text:  fmt.Sprintf("%s concerns %s: %s", f.openStep(e), f.snap.Described(s.node).Name["en"], f.snap.Described(e).Name["en"]),
				About: []string{f.snap.ID(s.node), tell.Via}, Passages: []string{tell.Passage}})
		}
	}
	return out
}

// openStep is what people call a commitment that is open: what was only proposed is no commitment to them.
func (f *finder) openStep(n graph.Node) string {
	if f.status(n) == crosswalk.Agreed {
		return "An open commitment"
	}
	return "A step that was put forward"
}

// openCommitments lists through which commitments, neither done nor dropped, the groups touch a theme; each once.
func (f *finder) openCommitments(theme graph.Node, groups []int) []crosswalk.Telling {
	var out []crosswalk.Telling
	seen := map[string]bool{}
	for _, g := range groups {
		for _, tell := range f.model.ThemeTouch(theme, g).Evidence {
			n, ok := f.snap.Lookup(tell.Via)
			if !ok || f.snap.Kind(n) != graph.Commitment || seen[tell.Via] {
				continue
			}
			if s := f.snap.Described(n).Properties.Text("status"); s != "done" && s != "dropped" {
				seen[tell.Via] = true
				out = append(out, tell)
			}
		}
	}
	return out
}

// bodies lists the shared institutions among the supports, by side.
func (f *finder) bodies(c candidate, out *crosswalk.NamedBodies) {
	for _, s := range c.supports {
		if s.channel != channelBody {
			continue
		}
		switch m := f.model.MemberOf(s.node); f.snap.Described(s.node).Properties.Text("country") {
		case "CA":
			out.CA = append(out.CA, m)
		case "MX":
			out.MX = append(out.MX, m)
		default:
			out.NotStated = append(out.NotStated, m)
		}
	}
}

// without is what the opportunity would be without its heaviest support; nil where it has none.
func (f *finder) without(c candidate) *crosswalk.Counterfactual {
	if len(c.supports) == 0 {
		return nil
	}
	top := c.supports[0]
	less := c
	less.supports = append([]support{}, c.supports[1:]...)
	f.weigh(&less, f.params)
	e := f.snap.Described(top.node)
	return &crosswalk.Counterfactual{Without: e.ID, Name: e.Name, Score: less.omega(), Level: less.level, Listed: f.gate(less)}
}
