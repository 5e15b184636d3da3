package graph_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Every fault is told at once, with its place in the file.
func ExampleReadBundle() {
	_, err := graph.ReadBundle(strings.NewReader(`{
		"format": "crosswalk-bundle/1",
		"report": {"id": "report:p-2018", "work": "p-2018", "partnership": "partnership:p", "title": {"en": "Report"}, "year": 2018, "language": "en",
			"sha256": "0000000000000000000000000000000000000000000000000000000000000000",
			"text_sha256": "0000000000000000000000000000000000000000000000000000000000000000"},
		"passages": [{"id": "passage:p-2018:1", "section": ["One"], "paragraph": 1, "start": 0, "end": 9, "gist": {"en": "They met."}}],
		"entities": [{"id": "partnership:p", "kind": "Partnership", "name": {"en": "P"}, "evidence": ["passage:p-2018:2"]}],
		"links": [{"from": "partnership:p", "type": "HOLDS", "to": "session:p:2018:first", "basis": "stated", "confidence": "high", "evidence": ["passage:p-2018:1"]}]
	}`), "p.json")
	fmt.Println(err)
	fmt.Println(errors.Is(err, graph.ErrInvalid))
	// Output:
	// p.json: $.entities[0].evidence[0]: "passage:p-2018:2" is no passage of this bundle (evidence-unknown)
	// p.json: $.links[0].to: "session:p:2018:first" is declared nowhere in this bundle (endpoint)
	// p.json: $.links[0].confidence: must be a number, not a string (wrong-type)
	// true
}

// A snapshot answers who is linked to what, and where the report says so.
func ExampleSnapshot() {
	f, err := os.Open("testdata/good/sample.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	b, err := graph.ReadBundle(f, "sample.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := graph.Merge([]graph.Bundle{b.Canonical()}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := graph.NewSnapshot(g, graph.Release{})
	for _, hit := range s.Search("energie", 1) {
		fmt.Println("found", s.ID(hit.Entity))
	}
	energy, _ := s.Lookup("group:p:energy")
	for _, e := range s.Out(energy, graph.Holds) {
		l := s.Link(e)
		p, _ := s.Passage(l.Evidence[0])
		fmt.Println(l.Type, l.To, "line", p.Line)
	}
	for _, e := range s.In(energy, graph.CoChairs) {
		fmt.Println(s.Entity(s.From(e)).Name["en"], s.Link(e).Properties.Text("side"))
	}
	// Output:
	// found institution:ministry
	// HOLDS session:p:2018:meeting line 1
	// Ministry of Énergie CA
}

// A date may be a year or a month; a span of days says what it can mean.
func ExampleParseDate() {
	for _, s := range []string{"2018", "2018-02", "2018-02-30"} {
		d, ok := graph.ParseDate(s)
		fmt.Println(s, ok, d.First(), d.Last())
	}
	// Output:
	// 2018 true 2018-01-01 2018-12-31
	// 2018-02 true 2018-02-01 2018-02-28
	// 2018-02-30 false
}

// Case, accents and ligatures do not matter in a search.
func ExampleFold() {
	fmt.Println(graph.Fold("Québec"), graph.Fold("CŒUR"), graph.Fold("México"))
	// Output: quebec coeur mexico
}

// A change says what it would do before anything is done.
func ExampleDiff() {
	f, err := os.Open("testdata/good/sample.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	b, err := graph.ReadBundle(f, "sample.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	before, _ := graph.State{}.Apply(graph.Change{Put: []graph.Bundle{b}})
	old, _ := before.Graph()
	after, _ := before.Apply(graph.Change{Judge: []graph.Judgement{{A: "institution:crown", B: "institution:state", Verdict: graph.Same}}})
	next, _ := after.Graph()
	d := graph.Diff(old, next)
	fmt.Println(d.Counts.Added, d.Counts.Changed, d.Counts.Removed)
	// Output: map[redirect:1] map[] map[]
}
