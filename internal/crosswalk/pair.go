package crosswalk

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// pair is a scored pair of groups, before and after ranking.
type pair struct {
	a, b   int
	tally  tally
	score  score
	band   Band
	rank   int // 0: unranked
	listed bool
}

// tied reports whether anything that counts ties the pair: an old event still does, however small its weight has become.
func (p pair) tied() bool {
	for _, k := range Channels[:InstitutionChannel] {
		for _, it := range p.tally.items[k] {
			if it.weight > 0 {
				return true
			}
		}
	}
	return false
}

// pairOf scores the groups number a and b (a before b).
func (m *Model) pairOf(a, b int) pair {
	if b < a {
		a, b = b, a
	}
	t := m.count(a, b)
	s := t.score(m.Parameters)
	for _, k := range Channels {
		m.byWeight(t.items[k])
	}
	return pair{a: a, b: b, tally: t, score: s, band: t.band(m.AsOf, s.c)}
}

// explain is the pair's whole explanation but for what needs the other pairs: rank interval, chance, counterfactual rank.
func (m *Model) explain(p pair) Explanation {
	s, c := p.score.s, p.score.c
	ea, eb := m.snap.ID(m.groups[p.a]), m.snap.ID(m.groups[p.b])
	x := Explanation{
		ID: PairID(ea, eb), Type: "crosswalk", Kind: "groups", Members: []Member{m.member(m.groups[p.a]), m.member(m.groups[p.b])},
		State: m.state(p), Score: &s, Context: &c, Band: p.band, Ready: []Reason{}, Parts: m.parts(p), LeftOut: p.tally.leftOut(), Against: m.against(p),
		NextSteps: m.nextSteps(p.tally), Parameters: m.Parameters, Method: m.Method(),
	}
	if x.State == StateNoChapter || x.State == StateNotActive {
		x.Score = nil
	}
	if p.rank > 0 {
		r := p.rank
		x.Rank = &r
	}
	x.NamedBodies, x.DependsOnOne = m.bodies(p)
	return x
}

// PairID is the id of the link between two groups: crosswalk:A~B, ids in order.
func PairID(a, b string) string {
	if b < a {
		a, b = b, a
	}
	return "crosswalk:" + a + "~" + b
}

// Method says how this model's answers are made.
func (m *Model) Method() Method {
	return Method{Name: "crosswalk", Version: MethodVersion, AsOf: m.AsOf, Custom: m.Parameters.Custom()}
}

func (m *Model) member(n graph.Node) Member {
	e := m.snap.Entity(n)
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
		for _, g := range []int{p.a, p.b} {
			for _, t := range m.themes.touch[it.node][g].Evidence {
				out.Passages = union(out.Passages, []string{t.Passage})
			}
		}
	}
	if it.event == nil {
		e := m.snap.Entity(it.node)
		out.Entity, out.Name = e.ID, e.Name
	}
	out.ToldBy = m.toldBy(out.Passages)
	return out
}

// evidence lists the passages that tie the groups to an item's event, in all its tellings; sorted.
func (c counted) evidence(groups []int) []string {
	ids := c.event.evidence(groups...)
	for _, t := range c.tellings {
		ids = union(ids, t.evidence(groups...))
	}
	return ids
}

// identify is an event's entity id or link id, and its name; a reference is named by its topic.
func (m *Model) identify(e *Event) (entity, link string, name graph.Names) {
	if e.Node >= 0 {
		return e.ID, "", m.snap.Entity(e.Node).Name
	}
	if t, ok := m.snap.Lookup("theme:" + e.Topic); ok {
		return "", e.ID, m.snap.Entity(t).Name
	}
	return "", e.ID, graph.Names{"en": e.Topic}
}

// toldBy lists the chapters that passages stand in, sorted.
func (m *Model) toldBy(passages []string) []string {
	out := []string{}
	for _, id := range passages {
		if p, ok := m.snap.Passage(id); ok && p.Chapter != "" {
			out = union(out, []string{p.Chapter})
		}
	}
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

// against lists reasons for caution about a pair.
func (m *Model) against(p pair) []Reason {
	out, chapters, passages := []Reason{}, []string{}, []string{}
	for _, k := range Channels[:InstitutionChannel] {
		for _, it := range p.tally.items[k] {
			ev := it.evidence(p.tally.groups)
			passages = union(passages, ev)
			chapters = union(chapters, m.toldBy(ev))
		}
	}
	if len(chapters) == 1 {
		out = append(out, Reason{"one-chapter", "Only one chapter tells of it.", chapters, passages})
	}
	if m.Works(passages) == 1 && m.Works(nil) > 1 {
		out = append(out, Reason{"one-document", "Only one of the loaded editions tells of it.", []string{}, passages})
	}
	for _, g := range []int{p.a, p.b} {
		if !m.chapter[g] {
			out = append(out, Reason{"no-chapter", fmt.Sprintf("The edition of %d has no chapter of this group.", m.snap.Newest(m.snap.ID(m.Partnership))),
				[]string{m.snap.ID(m.groups[g])}, []string{}})
		}
	}
	return out
}

// Works is the number of documents that passages stand in, of all editions up to the as-of year for nil; language versions
// of one edition are one document.
func (m *Model) Works(passages []string) int {
	in, work := map[string]bool{}, map[string]string{}
	for _, r := range m.snap.Reports() {
		work[r.ID] = r.Work
		if passages == nil {
			in[r.Work] = true
		}
	}
	for _, id := range passages {
		if p, ok := m.snap.Passage(id); ok {
			in[work[p.Report]] = true
		}
	}
	return len(in)
}

// union adds b to a, sorted, without repeats.
func union(a, b []string) []string {
	all := append(append([]string{}, a...), b...)
	sort.Strings(all)
	out := all[:0]
	for i, s := range all {
		if i == 0 || s != all[i-1] {
			out = append(out, s)
		}
	}
	return out
}
