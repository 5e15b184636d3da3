package crosswalk

import (
	"cmp"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// explain is the pair's whole explanation but for what needs the other pairs: rank interval, chance, counterfactual rank.
func (m *Model) explain(p pair) Explanation {
	ea, eb := m.snap.ID(m.groups[p.a]), m.snap.ID(m.groups[p.b])
	x := Explanation{
		ID: PairID(ea, eb), Type: "crosswalk", Kind: "groups", Members: []Member{m.member(m.groups[p.a]), m.member(m.groups[p.b])},
		State: m.state(p), Band: p.band, Rank: p.place(), Ready: []Reason{}, Parts: m.parts(p), LeftOut: p.tally.leftOut(), Against: m.against(p),
		NextSteps: m.nextSteps(p.tally), Parameters: m.Parameters, Method: m.Method(),
	}
	x.Score, x.Context = p.shown(x.State)
	x.NamedBodies, x.DependsOnOne = m.bodies(p)
	return x
}

// Method says how this model's answers are made.
func (m *Model) Method() Method {
	return Method{Name: "crosswalk", Version: MethodVersion, AsOf: m.AsOf, Custom: m.Parameters.Custom()}
}

func (m *Model) member(n graph.Node) Member {
	e := m.snap.Described(n)
	return Member{ID: e.ID, Name: e.Name}
}

func (m *Model) groupIDs(groups []int) []string {
	out := make([]string, len(groups))
	for i, g := range groups {
		out[i] = m.snap.ID(m.groups[g])
	}
	return out
}

// parts lists the channels with anything in them.
func (m *Model) parts(p pair) []Part {
	out := []Part{}
	for _, k := range Channels {
		cs, w := p.score.channel[k], m.Parameters.Channel[k]
		if len(p.tally.items[k]) == 0 {
			continue
		}
		part := Part{Channel: k.String(), Direct: k.Direct(), Mass: graph.Round12(cs.mass), R: w.R, H: w.H,
			Value: graph.Round12(cs.value), Points: graph.Round12(cs.points), Items: []Item{}}
		for _, it := range p.tally.items[k] {
			part.Items = append(part.Items, m.item(p, it, cs))
		}
		out = append(out, part)
	}
	return out
}

func (m *Model) item(p pair, it counted, cs channelScore) Item {
	points := 0.0
	if cs.mass > 0 {
		points = cs.points * it.weight / cs.mass
	}
	out := Item{Confidence: graph.Round12(it.confidence), StatusWeight: 1, AgeWeight: 1, Dated: true, Offset: graph.Round12(it.offset),
		Weight: graph.Round12(it.weight), Points: graph.Round12(points), AlsoTold: []string{}}
	switch {
	case it.event != nil:
		e := it.event
		out.Status, out.Year, out.Dated = e.Status, e.Year, e.Dated
		out.StatusWeight, out.AgeWeight = e.StatusW, graph.Round12(e.AgeW)
		out.Groups, out.Passages = m.groupIDs(e.Groups), it.evidence(p.tally.groups)
		out.Entity, out.Link, out.Name = m.identify(e)
		for _, t := range it.tellings {
			out.AlsoTold = append(out.AlsoTold, t.ID)
		}
	case it.channel == InstitutionChannel:
		out.Groups = m.groupIDs(m.partner.groups[it.node])
		out.Passages = union(m.partner.evidence[it.node][p.a], m.partner.evidence[it.node][p.b])
	default:
		out.Groups = m.groupIDs(m.themes.groups[it.node])
		var passages []string
		for _, g := range []int{p.a, p.b} {
			for _, t := range m.themes.touch[it.node][g].Evidence {
				passages = append(passages, t.Passage)
			}
		}
		out.Passages = union(passages)
	}
	if it.event == nil {
		e := m.snap.Described(it.node)
		out.Entity, out.Name = e.ID, e.Name
	}
	out.ToldBy = m.toldBy(out.Passages)
	return out
}

// evidence lists the passages that tie the groups to an item's event, in all its tellings; sorted.
func (c counted) evidence(groups []int) []string {
	ids := c.event.evidence(groups...)
	if len(c.tellings) == 0 {
		return ids
	}
	for _, t := range c.tellings {
		ids = append(ids, t.evidence(groups...)...)
	}
	return union(ids)
}

// identify is an event's entity id or link id, and its name; a reference is named by its topic.
func (m *Model) identify(e *Event) (entity, link string, name graph.Names) {
	if e.Node >= 0 {
		return e.ID, "", m.snap.Described(e.Node).Name
	}
	if t, ok := m.snap.Lookup("theme:" + e.Topic); ok {
		return "", e.ID, m.snap.Described(t).Name
	}
	return "", e.ID, graph.Names{"en": e.Topic}
}

// toldBy lists the chapters that passages stand in, sorted.
func (m *Model) toldBy(passages []string) []string {
	out := []string{}
	for _, id := range passages {
		if p, ok := m.snap.Passage(id); ok && p.Chapter != "" && !slices.Contains(out, p.Chapter) {
			out = append(out, p.Chapter)
		}
	}
	slices.Sort(out)
	return out
}

// leftOut lists what was seen and not counted, by rule, then id.
func (t *tally) leftOut() []LeftOut {
	out := slices.Clone(t.omitted)
	slices.SortStableFunc(out, func(a, b LeftOut) int { return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.ID, b.ID)) })
	if out == nil {
		return []LeftOut{}
	}
	return out
}

// nextSteps lists what ties the groups and is still to come, in the order of ByFirmness.
func (m *Model) nextSteps(t tally) []NextStep {
	out := []NextStep{}
	for _, e := range t.next {
		out = append(out, m.NextStepOf(e, t.groups...))
	}
	slices.SortFunc(out, ByFirmness)
	return out
}

// union is all that lists hold, sorted, without repeats; never nil.
func union(lists ...[]string) []string {
	all := append([]string{}, slices.Concat(lists...)...)
	slices.Sort(all)
	return slices.Compact(all)
}
