package graph

import (
	"strings"
	"testing"
)

// What a builder gets out of order, twice or without what it names is an error, not a snapshot.
func TestBuilderRefuses(t *testing.T) {
	b := edition("a", 2018, i, j).Canonical()
	b.Links = []Link{{From: i, Type: PartOf, To: j, Basis: Stated, Confidence: 1, Evidence: []string{"passage:a:1"}}}
	g := mustMerge(t, []Bundle{b}, nil)
	entity := func(n int) []EntityStatement { return g.Entities[n].Statements }
	changed := func(change func(*EntityStatement)) []EntityStatement {
		st := entity(0)[0]
		change(&st)
		return []EntityStatement{st}
	}
	link := g.Links[0].Statements
	for name, build := range map[string]func(*Builder){
		"entities out of order":        func(b *Builder) { b.AddEntity(entity(1)); b.AddEntity(entity(0)) },
		"an entity twice":              func(b *Builder) { b.AddEntity(entity(0)); b.AddEntity(entity(0)) },
		"a passage after an entity":    func(b *Builder) { b.AddEntity(entity(0)); b.AddPassage(&g.Passages[0]) },
		"an unknown report":            func(b *Builder) { b.AddEntity(changed(func(s *EntityStatement) { s.Report = "report:none" })) },
		"an unknown kind":              func(b *Builder) { b.AddEntity(changed(func(s *EntityStatement) { s.Kind = "Planet" })) },
		"a value of no property type":  func(b *Builder) { b.AddEntity(changed(func(s *EntityStatement) { s.Properties = Properties{"x": 1} })) },
		"a link without its ends":      func(b *Builder) { b.AddEntity(entity(0)); b.AddLink(link) },
		"an entity that nobody states": func(b *Builder) { b.AddEntity(nil) },
		"a link that nobody states":    func(b *Builder) { b.AddLink(nil) },
		"a link twice": func(b *Builder) {
			for n := range g.Entities {
				b.AddEntity(entity(n))
			}
			b.AddLink(link)
			b.AddLink(link)
		},
		"an unknown passage's report": func(b *Builder) { b.AddPassage(&Passage{ID: "passage:z:1", Report: "report:z"}) },
	} {
		b := NewBuilder(g.Reports)
		build(b)
		if s, err := b.Snapshot(Release{}); err == nil || s != nil || !strings.HasPrefix(err.Error(), "graph: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
