package graphtest

import (
	"fmt"
	"maps"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// World builds one edition of a small partnership, partnership:test, for tests: each statement stands in a paragraph of
// its own unless told otherwise.
type World struct {
	Bundle graph.Bundle
	lines  int
	told   map[int]string // line → passage
}

// NewWorld is an edition of a year with a chapter of each group, all active.
func NewWorld(year int, groups ...string) *World {
	w := &World{told: map[int]string{}}
	work := fmt.Sprintf("test-%d", year)
	w.Bundle = graph.Bundle{Format: graph.BundleFormat, Report: graph.Report{ID: "report:" + work, Work: work, Partnership: "partnership:test",
		Title: graph.Names{"en": "Test"}, Year: year, Language: "en", SHA256: fmt.Sprintf("%064d", year), TextSHA256: fmt.Sprintf("%064d", year)}}
	w.Entity("partnership:test", nil, w.Passage("partnership:test"))
	for _, g := range groups {
		w.Group(g, "active")
	}
	return w
}

// GroupID is the id of the group that worlds call name.
func GroupID(name string) string { return "group:test:" + name }

// Passage is a new paragraph in a chapter, the id of a group or of the partnership.
func (w *World) Passage(chapter string) string { return w.PassageAt(w.lines+1, chapter) }

// PassageAt is the paragraph at a line, a new one where none was told there yet.
func (w *World) PassageAt(line int, chapter string) string {
	if id, ok := w.told[line]; ok {
		return id
	}
	w.lines = max(w.lines, line)
	id := fmt.Sprintf("passage:%s:%d-1", w.Bundle.Report.Work, line)
	w.told[line] = id
	w.Bundle.Passages = append(w.Bundle.Passages, graph.Passage{ID: id, Section: []string{chapter}, Paragraph: line, Chapter: chapter, Start: 10 * line, End: 10*line + 5,
		Line: line, Gist: graph.Names{"en": "x"}})
	return id
}

// Group adds a group and its chapter.
func (w *World) Group(name, status string) {
	id := GroupID(name)
	p := w.Passage(id)
	w.Entity(id, graph.Properties{"status": status}, p)
	w.Link(w.Bundle.Report.ID, graph.ReportsOn, id, graph.Properties{"chapter": true}, p)
}

// Entity adds a thing told in passages, once; its name is its id, but a group's is the last part.
func (w *World) Entity(id string, props graph.Properties, passages ...string) {
	for _, e := range w.Bundle.Entities {
		if e.ID == id {
			return
		}
	}
	name := id
	if graph.KindOf(id) == graph.WorkingGroup {
		name = id[len(GroupID("")):]
	}
	w.Bundle.Entities = append(w.Bundle.Entities, graph.Entity{ID: id, Kind: graph.KindOf(id), Name: graph.Names{"en": name}, Properties: props, Evidence: passages})
}

// Link adds a stated link; what is returned may be changed until the next one is added.
func (w *World) Link(from string, t graph.LinkType, to string, props graph.Properties, passages ...string) *graph.Link {
	w.Bundle.Links = append(w.Bundle.Links, graph.Link{From: from, Type: t, To: to, Properties: props, Basis: graph.Stated, Confidence: 1, Evidence: passages})
	return &w.Bundle.Links[len(w.Bundle.Links)-1]
}

// Session adds session:test:NAME, held by groups, in a paragraph of its own in the first one's chapter, which it returns.
func (w *World) Session(name, status string, props graph.Properties, groups ...string) string {
	all := graph.Properties{"status": status}
	maps.Copy(all, props)
	return w.joint("session:test:"+name, graph.Holds, all, nil, groups)
}

// Project adds project:test:NAME, run by groups; else as Session.
func (w *World) Project(name, status string, groups ...string) string {
	return w.joint("project:test:"+name, graph.Runs, graph.Properties{"status": status}, graph.Properties{"role": "runs"}, groups)
}

// Commitment adds commitment:test:NAME, open, of groups; else as Session.
func (w *World) Commitment(name, firmness string, groups ...string) string {
	return w.joint("commitment:test:"+name, graph.CommitsTo, graph.Properties{"status": "open", "firmness": firmness}, nil, groups)
}

func (w *World) joint(id string, t graph.LinkType, props, linkProps graph.Properties, groups []string) string {
	p := w.Passage(GroupID(groups[0]))
	w.Entity(id, props, p)
	for _, g := range groups {
		w.Link(GroupID(g), t, id, linkProps, p)
	}
	return p
}

// Snapshot merges editions, which must be valid.
func Snapshot(t testing.TB, ws ...*World) *graph.Snapshot {
	t.Helper()
	var bs []graph.Bundle
	for _, w := range ws {
		if ps := graph.Validate(w.Bundle); len(ps) > 0 {
			t.Fatalf("the fixture is invalid:\n%v", ps)
		}
		bs = append(bs, w.Bundle)
	}
	return Merged(t, bs...)
}

// Merged is the snapshot of bundles.
func Merged(t Fataler, bundles ...graph.Bundle) *graph.Snapshot {
	g, err := graph.Merge(bundles, nil)
	if err != nil {
		t.Fatal(err)
	}
	return graph.NewSnapshot(g, graph.Release{Number: 1, Digest: g.Digest().String()})
}

// Fataler is what testing.TB and rapid.T have in common.
type Fataler interface{ Fatal(args ...any) }
