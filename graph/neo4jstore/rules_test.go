package neo4jstore_test

import (
	"crypto/sha256"
	"encoding/hex"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// rowsByRules is the hash of what the store writes of a fixed graph, for each number of rules. It fails where Merge or the
// rows' form changed: then raise rules in release.go, so that databases out there are brought up to date by their next
// load, and add a line here.
var rowsByRules = map[int]string{
	1: "b3e54e3eb0cecdfebb5aba471119c16270c4de3b5ffef9c55694bd5ea2725b29",
}

func TestRulesAreRaisedWhenRowsChange(t *testing.T) {
	first, second := synthetic(1, 60), synthetic(2, 60)
	second.Entities[1].Properties = graph.Properties{"country": "MX", "acronym": "N0"}
	for i, b := range []*graph.Bundle{&first, &second} {
		b.Entities = append(b.Entities, graph.Entity{ID: "commitment:synth:x", Kind: graph.Commitment, Name: graph.Names{"en": "X"},
			Properties: graph.Properties{"status": []string{"open", "done"}[i], "firmness": "agreed"}, Evidence: []string{b.Passages[0].ID}})
	}
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

	// An older program's rows may lack what only Cypher reads: no digest tells, and a load of nothing new mends it.
	byHand(t, cfg, `MATCH (r:Release {number: 2}) SET r.rules = 0 WITH r MATCH (n:Institution {id: 'institution:synth-1'}) SET n.extra = 1`)
	if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{second}}); err != nil || !changed {
		t.Fatalf("%v %v; want a release that brings the rows up to date", changed, err)
	}
	if _, ok := propertiesOf(t, cfg, "institution:synth-1")["extra"]; ok {
		t.Error("the row was not written again")
	}
	if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{second}}); err != nil || changed {
		t.Errorf("once more: %v %v", changed, err)
	}
	same(t, s, nil, first, second)
}

func propertiesOf(t *testing.T, cfg neo4jstore.Config, id string) map[string]any {
	t.Helper()
	result, err := neo4j.ExecuteQuery(t.Context(), driverOf(t, cfg), `MATCH (n:Entity {id: $id}) RETURN properties(n) AS p`, map[string]any{"id": id},
		neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil || len(result.Records) != 1 {
		t.Fatalf("%v, %v", result, err)
	}
	p, _ := result.Records[0].AsMap()["p"].(map[string]any)
	return p
}
