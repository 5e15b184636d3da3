package neo4jstore_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// rowsByRules is the hash of what the store writes of a fixed graph, for each number of rules. It fails where Merge or the
// rows' form changed: then raise rules in release.go, so that databases out there are brought up to date by their next
// load, and add a line here.
var rowsByRules = map[int]string{
	1: "a792ede14770875564182f8017d9ef27dc072e9c6321edcd902450421cd1f5e2",
}

func TestRulesAreRaisedWhenRowsChange(t *testing.T) {
	first, second := synthetic(1, 60), synthetic(2, 60)
	second.Entities[1].Properties = graph.Properties{"country": "MX", "acronym": "N0"}
	js := []graph.Judgement{{A: "institution:synth-1", B: "institution:synth-2", Verdict: graph.Same}}
	g, err := graph.Merge([]graph.Bundle{first.Canonical(), second.Canonical()}, js)
	if err != nil {
		t.Fatal(err)
	}
	text, err := neo4jstore.EncodeRows(g)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(append(text, g.Digest().String()...))
	if got := hex.EncodeToString(sum[:]); got != rowsByRules[neo4jstore.Rules] {
		t.Errorf("rows have the hash %s, under rules %d they had %s", got, neo4jstore.Rules, rowsByRules[neo4jstore.Rules])
	}
}

func TestRowsOfOlderRulesAreMadeAnewByTheNextLoad(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	first, second := synthetic(1, 100).Canonical(), synthetic(2, 100).Canonical()
	put(t, s, first)
	// An older program: its rules gave another gist, and its digest is that of its rows.
	byHand(t, cfg, `MATCH (n:Passage {id: 'passage:synth-1:3'}) SET n.gist_en = 'As it was.'`)
	older := first
	older.Passages = append([]graph.Passage{}, first.Passages...)
	for i := range older.Passages {
		if older.Passages[i].ID == "passage:synth-1:3" {
			older.Passages[i].Gist = graph.Names{"en": "As it was."}
		}
	}
	g, err := graph.Merge([]graph.Bundle{older}, nil)
	if err != nil {
		t.Fatal(err)
	}
	byHand(t, cfg, `MATCH (r:Release) SET r.rules = 0, r.digest = '`+g.Digest().String()+`'`)
	if _, err := s.Snapshot(t.Context()); err != nil {
		t.Fatalf("rows of older rules cannot be read: %v", err)
	}
	if r, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{second}}); err != nil || !changed || r.Counts.Changed["passage"] != 1 {
		t.Fatalf("%+v %v %v; want one passage changed", r.Counts, changed, err)
	}
	same(t, s, nil, first, second)
}
