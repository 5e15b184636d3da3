package graph

import (
	"fmt"
	"maps"
	"slices"
	"sort"
)

// Merge unites bundles into one graph. It is pure: the same bundles and judgements in any order give the same
// graph. A link or entity belongs to the reports whose bundles state it; properties merge one by one, each from
// the newest edition (year, then report id) that states it. Judgements of verdict same rewrite ids and leave redirects.
//
// The bundles must be valid (see Validate) and canonical (see Canonical; State.Apply sees to it), of one report each; they
// are not changed, but the graph shares their maps and lists. The error is Problems: each names a judgement that cannot
// stand, an id that two reports use for two kinds, or a report that comes twice.
func Merge(bundles []Bundle, judgements []Judgement) (*Graph, error) {
	bundles = slices.Clone(bundles)
	sort.Slice(bundles, func(i, k int) bool { return bundles[i].Report.Before(bundles[k].Report) })
	known := map[string]sighting{}
	kinds := map[string]Kind{}
	var problems Problems
	for i, b := range bundles {
		if i > 0 && bundles[i-1].Report.ID == b.Report.ID {
			problems = append(problems, Problem{Source: b.Report.ID, Path: b.Report.ID, Rule: "one-bundle-a-report", Message: "comes in two bundles"})
		}
		for _, e := range b.Entities {
			named, stated := e.Properties.Bool("named")
			s, seen := known[e.ID]
			if !seen {
				s.order = i
			} else if kinds[e.ID] != e.Kind {
				problems = append(problems, Problem{Source: b.Report.ID, Path: e.ID, Rule: "one-kind",
					Message: fmt.Sprintf("is %s here and %s in another report", e.Kind.article(), kinds[e.ID].article())})
			}
			s.unnamed = s.unnamed || stated && !named
			known[e.ID], kinds[e.ID] = s, e.Kind
		}
	}
	now, bad := identities(judgements, known)
	if problems = append(problems, bad...); len(problems) > 0 {
		return nil, problems
	}
	m := merger{now: now, entities: map[string][]EntityStatement{}, links: map[string][]LinkStatement{}}
	for _, b := range bundles {
		m.add(b)
	}
	return m.graph(), nil
}

// merger collects statements by id and key, in the order of editions.
type merger struct {
	now      map[string]string // merged-away id → id kept
	reports  []Report
	passages []Passage
	notes    []Note
	entities map[string][]EntityStatement
	links    map[string][]LinkStatement
}

func (m *merger) id(id string) string {
	if n, ok := m.now[id]; ok {
		return n
	}
	return id
}

func (m *merger) ids(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = m.id(id)
	}
	return out
}

func (m *merger) add(b Bundle) {
	m.reports = append(m.reports, b.Report)
	for _, p := range b.Passages {
		p.Report = b.Report.ID
		m.passages = append(m.passages, p)
	}
	for _, n := range b.Notes {
		n.Report = b.Report.ID
		n.About = m.ids(n.About)
		m.notes = append(m.notes, n)
	}
	m.entity(b.Report, b.Report.entity())
	for _, e := range b.Entities {
		if m.id(e.ID) == e.ID {
			m.entity(b.Report, e)
		}
	}
	for _, e := range b.Entities { // after those whose ids are kept, whose words come first
		if m.id(e.ID) != e.ID {
			m.entity(b.Report, e)
		}
	}
	for _, l := range b.Links {
		l.From, l.To = m.id(l.From), m.id(l.To)
		if l.From == l.To {
			continue // both ends were judged the same
		}
		l.Properties = m.properties(l.Properties, "")
		key := l.Key(b.Report.Year)
		list := m.links[key]
		if k := len(list) - 1; k >= 0 && list[k].Report == b.Report.ID {
			list[k].Link = uniteLinks(list[k].Link, l)
			continue
		}
		m.links[key] = append(list, LinkStatement{Report: b.Report.ID, Year: b.Report.Year, Work: b.Report.Work, Link: l})
	}
}

// entity adds what r states of e. Where two ids of one report were judged the same, the first one's words stand, and the
// other's names become aliases.
func (m *merger) entity(r Report, e Entity) {
	e.ID = m.id(e.ID)
	e.Properties = m.properties(e.Properties, e.ID)
	list := m.entities[e.ID]
	k := len(list) - 1
	if k < 0 || list[k].Report != r.ID {
		m.entities[e.ID] = append(list, EntityStatement{Report: r.ID, Entity: e})
		return
	}
	first := list[k].Entity
	u := uniteEntities(e, first)
	for _, lang := range e.Name.languages() {
		if e.Name[lang] != u.Name[lang] {
			u.Aliases = sortedSet(u.Aliases, []string{e.Name[lang]})
		}
	}
	u.Evidence = orderedSet(first.Evidence, e.Evidence)
	list[k].Entity = u
}

// properties rewrites the ids that properties of the thing with id self hold; it clones what it changes. A body and its
// parent that were judged the same leave no parent.
func (m *merger) properties(p Properties, self string) Properties {
	if len(m.now) == 0 {
		return p
	}
	own := false
	set := func(name string, v any) {
		if !own {
			p, own = maps.Clone(p), true
		}
		p[name] = v
	}
	for _, name := range []string{"parent_of_record", "partnership"} {
		if id := p.Text(name); m.id(id) != id {
			set(name, m.id(id))
		}
		if own && self != "" && p.Text(name) == self {
			delete(p, name)
		}
	}
	if about := p.List("about"); slices.ContainsFunc(about, func(id string) bool { return m.id(id) != id }) {
		set("about", sortedSet(m.ids(about)))
	}
	return p
}

func (m *merger) graph() *Graph {
	g := &Graph{Reports: m.reports, Passages: m.passages, Notes: m.notes}
	sort.Slice(g.Passages, func(i, k int) bool { return g.Passages[i].ID < g.Passages[k].ID })
	sort.Slice(g.Notes, func(i, k int) bool { return g.Notes[i].ID < g.Notes[k].ID })
	for _, id := range slices.Sorted(maps.Keys(m.entities)) {
		g.Entities = append(g.Entities, NewMergedEntity(m.entities[id]))
	}
	for _, key := range slices.Sorted(maps.Keys(m.links)) {
		g.Links = append(g.Links, NewMergedLink(key, m.links[key]))
	}
	for _, old := range slices.Sorted(maps.Keys(m.now)) {
		g.Redirects = append(g.Redirects, Redirect{old, m.now[old]})
	}
	return g
}

// NewMergedEntity unites what editions state of one entity; statements stand in the order of editions, at least one.
func NewMergedEntity(statements []EntityStatement) MergedEntity {
	entities := make([]Entity, len(statements))
	for i, s := range statements {
		entities[i] = s.Entity
	}
	return MergedEntity{Statements: statements, Entity: uniteEntities(entities...)}
}

// NewMergedLink unites what editions state of one link; statements stand in the order of editions, at least one.
func NewMergedLink(key string, statements []LinkStatement) MergedLink {
	out := MergedLink{ID: LinkID(key), Key: key, Statements: statements}
	links := make([]Link, len(statements))
	for i, s := range statements {
		links[i] = s.Link
		if k := len(out.Years) - 1; k < 0 || out.Years[k] != s.Year {
			out.Years = append(out.Years, s.Year)
		}
	}
	newest := links[len(links)-1]
	out.Link = uniteLinks(links...)
	out.Basis, out.Rule, out.Confidence = newest.Basis, newest.Rule, newest.Confidence
	return out
}

// uniteEntities is the first with what the others, each newer than the one before, state laid over it.
func uniteEntities(all ...Entity) Entity {
	u := all[0]
	if len(all) == 1 {
		return u
	}
	u.Name, u.NameSource = Names{}, map[string]string{}
	aliases, evidence, properties := make([][]string, len(all)), make([][]string, len(all)), make([]Properties, len(all))
	for i, e := range all {
		for lang, text := range e.Name {
			u.Name[lang] = text
			delete(u.NameSource, lang)
			if src, ok := e.NameSource[lang]; ok {
				u.NameSource[lang] = src
			}
		}
		aliases[i], evidence[i], properties[i] = e.Aliases, e.Evidence, e.Properties
	}
	if len(u.NameSource) == 0 {
		u.NameSource = nil
	}
	u.Aliases, u.Properties, u.Evidence = sortedSet(aliases...), overlay(properties...), orderedSet(evidence...)
	return u
}

// uniteLinks is the first with the others' properties laid over it and evidence united; the first of the most confident gives
// basis and confidence.
func uniteLinks(all ...Link) Link {
	u := all[0]
	if len(all) == 1 {
		return u
	}
	evidence, properties := make([][]string, len(all)), make([]Properties, len(all))
	for i, l := range all {
		evidence[i], properties[i] = l.Evidence, l.Properties
		if l.Confidence > u.Confidence {
			u.Basis, u.Rule, u.Confidence = l.Basis, l.Rule, l.Confidence
		}
	}
	u.Properties, u.Evidence = overlay(properties...), orderedSet(evidence...)
	return u
}

// overlay lays each over those before it; nil where all are empty.
func overlay(all ...Properties) Properties {
	n := 0
	for _, p := range all {
		n = max(n, len(p))
	}
	if n == 0 {
		return nil
	}
	out := make(Properties, n)
	for _, p := range all {
		maps.Copy(out, p)
	}
	return out
}

// sortedSet unites lists, sorted, without repeats; nil where all are empty.
func sortedSet(lists ...[]string) []string {
	var all []string
	for _, l := range lists {
		all = append(all, l...)
	}
	sort.Strings(all)
	return slices.Compact(all)
}

// orderedSet unites lists in their order, without repeats; nil where all are empty.
func orderedSet(lists ...[]string) []string {
	var all []string
	seen := map[string]bool{}
	for _, l := range lists {
		for _, s := range l {
			if !seen[s] {
				seen[s] = true
				all = append(all, s)
			}
		}
	}
	return all
}
