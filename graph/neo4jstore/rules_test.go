package neo4jstore_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
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
	2: "89a5d411e15349dfca11aaa25a92fc77c5565bd378ad700637b74d70099f4dd5",
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
}

// An older program's rows may lack what only Cypher reads. No digest tells; the next opening mends it, or the next load where the
// store stayed open, and neither makes a release of it.
func TestRowsThatLackWhatCypherReadsAreMendedByTheNextOpening(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	first, second := synthetic(1, 100).Canonical(), synthetic(2, 100).Canonical()
	put(t, s, first, second)
	want := propertiesOf(t, cfg, "institution:synth-1")
	if _, ok := want["said_type"]; !ok {
		t.Fatalf("nothing is kept of what each report says: %v", want)
	}
	for name, mend := range map[string]func(){
		"opening": func() { reopen(t, cfg) },
		"load": func() {
			if r, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{second}}); err != nil || changed || r.Number != 1 {
				t.Errorf("a load of nothing new: release %d, %v %v", r.Number, changed, err)
			}
		},
	} {
		byHand(t, cfg, `MATCH (r:Release {number: 1}) SET r.rules = 1`)
		byHand(t, cfg, `MATCH (n:Institution) REMOVE n.said_type SET n.extra = 1`)
		byHand(t, cfg, `MATCH ()-[r]->() REMOVE r.confidences`)
		if _, err := s.Snapshot(t.Context()); err != nil {
			t.Errorf("%s: rows of older rules cannot be read: %v", name, err)
		}
		mend()
		if diff := cmp.Diff(want, propertiesOf(t, cfg, "institution:synth-1")); diff != "" {
			t.Errorf("%s: the row was not written again (-want +got):\n%s", name, diff)
		}
		if snap := same(t, s, nil, first, second); snap.Release().Number != 1 {
			t.Errorf("%s made release %d", name, snap.Release().Number)
		}
	}
}

// Under the rules that this version knows such rows were changed by hand: a reader says so, and what to do, and a repair does it.
func TestListsRemovedByHandAreToldAndMended(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	first, second := synthetic(1, 100).Canonical(), synthetic(2, 100).Canonical()
	put(t, s, first, second)
	for name, c := range map[string]struct{ statement, told string }{
		"removed": {`MATCH (n:Institution {id: 'institution:synth-1'}) REMOVE n.said_type`, "entity institution:synth-1 changed"},
		"changed": {`MATCH (n:Institution {id: 'institution:synth-1'}) SET n.said_country = ['MX', 'MX']`, "entity institution:synth-1 changed"},
	} {
		byHand(t, cfg, c.statement)
		_, err := s.Snapshot(t.Context())
		if !errors.Is(err, neo4jstore.ErrWrittenByHand) || !contains(err, c.told) || !contains(err, "crosswalk repair") {
			t.Errorf("%s: %v\nwant ErrWrittenByHand that tells %s and what to do", name, err, c.told)
		}
		r, changed, err := s.Repair(t.Context(), "test")
		if err != nil || !changed || r.Counts.Changed["Institution"] != 1 {
			t.Errorf("%s: repair: %+v %v %v, want one institution changed", name, r.Counts, changed, err)
		}
		same(t, s, nil, first, second)
	}
	if _, changed, err := s.Repair(t.Context(), "test"); err != nil || changed {
		t.Errorf("a repair of what is whole: %v %v", changed, err)
	}
}

func TestRowsOfANewerProgramAreRefused(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	first := synthetic(1, 100).Canonical()
	put(t, s, first)
	byHand(t, cfg, `MATCH (r:Release) SET r.rules = 99`)
	_, openErr := neo4jstore.Open(t.Context(), cfg)
	_, snapErr := s.Snapshot(t.Context())
	_, _, loadErr := s.Apply(t.Context(), graph.Change{Withdraw: []string{first.Report.ID}})
	for name, err := range map[string]error{"open": openErr, "snapshot": snapErr, "load": loadErr} {
		if !errors.Is(err, graph.ErrNewer) || !contains(err, "rules 99") || !contains(err, "use a newer version of crosswalk") {
			t.Errorf("%s: %v, want ErrNewer that says what to do", name, err)
		}
	}
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
