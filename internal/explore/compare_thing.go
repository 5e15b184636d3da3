package explore

import (
	"github.com/crosswalk-kg/crosswalk/graph"
)

func (c *Comparison) compareEntities(s *graph.Snapshot, years map[string]int) {
	of := c.editions(s, years)
	for _, k := range graph.Kinds {
		if k == graph.ReportKind {
			continue
		}
		for _, n := range s.Nodes(k) {
			if !s.StatedByAny(n, of) {
				continue
			}
			e := s.Entity(n)
			old, now := entityIn(e, years, c.From), entityIn(e, years, c.To)
			change := changeOf(old != nil, now != nil)
			x := ThingChange{Thing: ThingOf(s, n), Change: change, Properties: []PropertyChange{}}
			if change == changed {
				x.Properties = append(nameChanges(old, now), propertyChanges(old.Properties, now.Properties)...)
			}
			if change != "" && (change != changed || len(x.Properties) > 0) {
				c.Entities = append(c.Entities, x)
			}
		}
	}
}

// editions marks in the order of s.Reports those of the two years that are compared.
func (c *Comparison) editions(s *graph.Snapshot, years map[string]int) []bool {
	of := make([]bool, len(s.Reports()))
	for i, r := range s.Reports() {
		y, ok := years[r.ID]
		of[i] = ok && (y == c.From || y == c.To)
	}
	return of
}

const changed = "changed"

// changeOf is the change of what the editions of one year or the other state, changed where both do, empty where none does.
func changeOf(before, after bool) string {
	switch {
	case before && after:
		return changed
	case after:
		return "appeared"
	case before:
		return "not-mentioned"
	}
	return ""
}

// entityIn is what the editions of a year state of e together; nil where none does.
func entityIn(e *graph.MergedEntity, years map[string]int, year int) *graph.Entity {
	var in []graph.EntityStatement
	for _, st := range e.Statements {
		if y, ok := years[st.Report]; ok && y == year {
			in = append(in, st)
		}
	}
	if len(in) == 0 {
		return nil
	}
	m := graph.NewMergedEntity(in)
	return &m.Entity
}

// nameChanges lists the languages in which both print a name and another one; words of ours say nothing of the editions.
func nameChanges(old, now *graph.Entity) []PropertyChange {
	out := []PropertyChange{}
	for _, lang := range sortedKeys(now.Name) {
		if was, is := old.Name[lang], now.Name[lang]; was != "" && was != is && old.NameSource[lang] == "" && now.NameSource[lang] == "" {
			out = append(out, PropertyChange{"name_" + lang, was, is})
		}
	}
	return out
}

// propertyChanges lists what both state and state otherwise.
func propertyChanges(old, now graph.Properties) []PropertyChange {
	out := []PropertyChange{}
	for _, name := range now.Names() {
		if was, told := old[name]; told && graph.FormatValue(was) != graph.FormatValue(now[name]) {
			out = append(out, PropertyChange{name, was, now[name]})
		}
	}
	return out
}

// toldLink is one link with what the editions of both years state of it, whatever the year in its key.
type toldLink struct {
	edge     graph.Edge
	old, now []graph.LinkStatement
}

func (c *Comparison) compareLinks(s *graph.Snapshot, years map[string]int) {
	at := map[string]*toldLink{}
	var order []*toldLink
	of := c.editions(s, years)
	for i := range s.NumLinks() {
		e := graph.Edge(i)
		if s.Type(e) == graph.ReportsOn || !s.LinkStatedByAny(e, of) {
			continue
		}
		l := s.Link(e)
		key := l.Link.Key(0) // the same for cross-references of all years
		t := at[key]
		if t == nil {
			t = &toldLink{edge: e}
			at[key] = t
			order = append(order, t)
		}
		t.add(e, l, years, c.From, c.To)
	}
	for _, t := range order {
		c.addLink(s, t)
	}
}

// add adds what the editions of both years state of l.
func (t *toldLink) add(e graph.Edge, l *graph.MergedLink, years map[string]int, from, to int) {
	for _, st := range l.Statements {
		y, ok := years[st.Report]
		if ok && y == from {
			t.old = append(t.old, st)
			if len(t.now) == 0 {
				t.edge = e
			}
		}
		if ok && y == to {
			t.now, t.edge = append(t.now, st), e
		}
	}
}

func (c *Comparison) addLink(s *graph.Snapshot, t *toldLink) {
	x := LinkChange{Link: s.Link(t.edge).ID, Type: s.Link(t.edge).Type, From: ThingOf(s, s.From(t.edge)), To: ThingOf(s, s.To(t.edge)),
		Change: changeOf(len(t.old) > 0, len(t.now) > 0), Properties: []PropertyChange{}}
	if x.Change == changed {
		old, now := graph.NewMergedLink("", t.old), graph.NewMergedLink("", t.now)
		x.Properties = propertyChanges(old.Properties, now.Properties)
	}
	if x.Change != "" && (x.Change != changed || len(x.Properties) > 0) {
		c.Links = append(c.Links, x)
	}
}
