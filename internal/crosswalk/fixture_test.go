package crosswalk_test

import (
	"fmt"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// world builds a small partnership for tests: each statement stands in a paragraph of its own unless told otherwise.
type world struct {
	year  int
	b     graph.Bundle
	lines int
}

func newWorld(year int, groups ...string) *world {
	w := &world{year: year, b: graph.Bundle{Format: graph.BundleFormat}}
	short := fmt.Sprintf("test-%d", year)
	w.b.Report = graph.Report{ID: "report:" + short, Work: short, Partnership: "partnership:test", Title: graph.Names{"en": "Test"}, Year: year, Language: "en",
		SHA256: fmt.Sprintf("%064d", year), TextSHA256: fmt.Sprintf("%064d", year)}
	p := w.passage("partnership:test")
	w.b.Entities = append(w.b.Entities, graph.Entity{ID: "partnership:test", Kind: graph.Partnership, Name: graph.Names{"en": "Test"}, Evidence: []string{p}})
	for _, g := range groups {
		w.group(g)
	}
	return w
}

// passage is a new paragraph in a chapter.
func (w *world) passage(chapter string) string {
	w.lines++
	id := fmt.Sprintf("passage:test-%d:%d-1", w.year, w.lines)
	w.b.Passages = append(w.b.Passages, graph.Passage{ID: id, Section: []string{chapter}, Paragraph: w.lines, Chapter: chapter, Start: 10 * w.lines, End: 10*w.lines + 5, Line: w.lines, Gist: graph.Names{"en": "x"}})
	return id
}

func gid(g string) string { return "group:test:" + g }

func (w *world) group(g string) {
	p := w.passage(gid(g))
	w.b.Entities = append(w.b.Entities, graph.Entity{ID: gid(g), Kind: graph.WorkingGroup, Name: graph.Names{"en": g}, Properties: graph.Properties{"status": "active"}, Evidence: []string{p}})
	w.link(w.b.Report.ID, graph.ReportsOn, gid(g), graph.Properties{"chapter": true}, p)
}

// entity adds a thing told in passage p.
func (w *world) entity(id string, props graph.Properties, p ...string) {
	w.b.Entities = append(w.b.Entities, graph.Entity{ID: id, Kind: graph.KindOf(id), Name: graph.Names{"en": id}, Properties: props, Evidence: p})
}

func (w *world) link(from string, t graph.LinkType, to string, props graph.Properties, p ...string) *graph.Link {
	w.b.Links = append(w.b.Links, graph.Link{From: from, Type: t, To: to, Properties: props, Basis: graph.Stated, Confidence: 1, Evidence: p})
	return &w.b.Links[len(w.b.Links)-1]
}

// session, project and commitment tie groups in a new paragraph, which they return.
func (w *world) session(name, status string, props graph.Properties, groups ...string) string {
	p := w.passage(gid(groups[0]))
	w.sessionAt(p, name, status, props, groups...)
	return p
}

func (w *world) sessionAt(p, name, status string, props graph.Properties, groups ...string) {
	id := fmt.Sprintf("session:test:%s", name)
	w.entity(id, with(props, "status", status), p)
	for _, g := range groups {
		w.link(gid(g), graph.Holds, id, nil, p)
	}
}

func (w *world) project(name, status string, groups ...string) string {
	p := w.passage(gid(groups[0]))
	id := "project:test:" + name
	w.entity(id, graph.Properties{"status": status}, p)
	for _, g := range groups {
		w.link(gid(g), graph.Runs, id, graph.Properties{"role": "runs"}, p)
	}
	return p
}

func (w *world) commitment(name, firmness string, groups ...string) string {
	p := w.passage(gid(groups[0]))
	id := "commitment:test:" + name
	w.entity(id, graph.Properties{"status": "open", "firmness": firmness}, p)
	for _, g := range groups {
		w.link(gid(g), graph.CommitsTo, id, nil, p)
	}
	return p
}

func with(p graph.Properties, name string, v any) graph.Properties {
	out := graph.Properties{name: v}
	for k, x := range p {
		out[k] = x
	}
	return out
}

func snapshot(t testing.TB, ws ...*world) *graph.Snapshot {
	t.Helper()
	var bs []graph.Bundle
	for _, w := range ws {
		if ps := graph.Validate(w.b); len(ps) > 0 {
			t.Fatalf("the fixture is invalid:\n%v", ps)
		}
		bs = append(bs, w.b)
	}
	g, err := graph.Merge(bs, nil)
	if err != nil {
		t.Fatal(err)
	}
	return graph.NewSnapshot(g, graph.Release{Number: 1, Digest: g.Digest().String()})
}

func rank(t testing.TB, o crosswalk.Options, ws ...*world) *crosswalk.Ranking {
	t.Helper()
	m, err := crosswalk.NewModel(snapshot(t, ws...), o)
	if err != nil {
		t.Fatal(err)
	}
	return m.Rank()
}

func pairOf(t testing.TB, r *crosswalk.Ranking, a, b string) crosswalk.Explanation {
	t.Helper()
	x, err := r.Pair(gid(a), gid(b))
	if err != nil {
		t.Fatal(err)
	}
	return x
}
