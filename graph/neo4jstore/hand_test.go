package neo4jstore_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// byHand sends a statement as somebody at Neo4j Browser would.
func byHand(t testing.TB, cfg neo4jstore.Config, statement string) {
	t.Helper()
	_, err := neo4j.ExecuteQuery(t.Context(), driverOf(t, cfg), statement, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatSomebodyWroteByHandIsToldAndMended(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	b := synthetic(1, 100).Canonical()
	first := put(t, s, b)
	for _, c := range []struct{ name, statement, told string }{
		{"property", `MATCH (n:Institution {id: 'institution:synth-1'}) SET n.country = 'MX'`, "entity institution:synth-1 changed"},
		{"link gone", `MATCH (:Institution {id: 'institution:synth-2'})-[r:INVOLVED_IN]->() WITH r LIMIT 1 DELETE r`, "link institution:synth-2 INVOLVED_IN"},
		{"entity", `CREATE (:Entity:Place {id: 'place:nowhere', kind: 'Place', name_en: 'Nowhere', reports: ['report:synth-1']})`, "entity place:nowhere added"},
		{"passage", `MATCH (n:Passage {id: 'passage:synth-1:3'}) SET n.gist_en = 'Otherwise.'`, "passage passage:synth-1:3 changed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			byHand(t, cfg, c.statement)
			_, err := s.Snapshot(t.Context())
			if told := s.Audit(t.Context()); !errors.Is(told, neo4jstore.ErrWrittenByHand) || !strings.Contains(told.Error(), c.told) {
				t.Errorf("the audit says %v, want ErrWrittenByHand that tells: %s", told, c.told)
			}
			if !errors.Is(err, neo4jstore.ErrWrittenByHand) || !errors.Is(err, graph.ErrConflict) || !strings.Contains(err.Error(), c.told) {
				t.Fatalf("%v\nwant ErrWrittenByHand that tells: %s", err, c.told)
			}
			r, changed, err := s.Repair(t.Context(), "test")
			if err != nil || !changed {
				t.Fatalf("repair: %v %v", changed, err)
			}
			if r.Digest != first.Digest {
				t.Errorf("digest %s after repair, want %s", r.Digest, first.Digest)
			}
			if err := s.Audit(t.Context()); err != nil {
				t.Errorf("the audit after the repair: %v", err)
			}
			same(t, s, nil, b)
		})
	}
	if _, changed, err := s.Repair(t.Context(), "test"); err != nil || changed {
		t.Errorf("a repair of what is whole: %v %v", changed, err)
	}
}

func TestLoadOverWhatSomebodyRemovedSaysSo(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	b := synthetic(1, 100).Canonical()
	put(t, s, b)
	byHand(t, cfg, `MATCH (n:Institution {id: 'institution:synth-1'}) DETACH DELETE n`)
	_, changed, err := s.Apply(t.Context(), graph.Change{Withdraw: []string{b.Report.ID}})
	if !errors.Is(err, neo4jstore.ErrWrittenByHand) || changed {
		t.Errorf("%v %v, want ErrWrittenByHand", changed, err)
	}
	if r, err := s.Release(t.Context()); err != nil || r.Number != 1 {
		t.Errorf("release %d %v, want the old one", r.Number, err)
	}
}

func TestForeignNodesAreRefusedUnlessAllowed(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	byHand(t, cfg, `CREATE (:Film {title: 'Roma'})-[:SHOWN_IN]->(:Cinema)`)
	if _, err := neo4jstore.Open(t.Context(), cfg); !errors.Is(err, graph.ErrConflict) || !contains(err, "2 nodes") || !contains(err, "Film") {
		t.Fatalf("%v; want ErrConflict that names how many and which", err)
	}
	cfg.AllowForeign = true
	s := reopen(t, cfg)
	b := synthetic(1, 100).Canonical()
	put(t, s, b)
	same(t, s, nil, b)
	if err := s.Clear(t.Context()); err != nil {
		t.Fatal(err)
	}
	cfg.AllowForeign = false
	if _, err := neo4jstore.Open(t.Context(), cfg); !contains(err, "2 nodes") {
		t.Errorf("%v; the foreign nodes must still be there", err)
	}
	same(t, s, nil)
}
