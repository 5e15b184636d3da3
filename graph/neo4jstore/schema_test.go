package neo4jstore_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/queries"
)

func TestSchemaStepsCanBeRepeatedAndResumed(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	reopen(t, cfg)
	for _, statement := range []string{
		`DROP CONSTRAINT crosswalk_link_holds IF EXISTS`, `DROP INDEX crosswalk_entity_text IF EXISTS`,
		`MATCH (s:CrosswalkStore {id: 'store'}) SET s.schema = 0`, // as after a first step that was cut off
	} {
		byHand(t, cfg, statement)
	}
	reopen(t, cfg)
	result, err := neo4j.ExecuteQuery(t.Context(), driverOf(t, cfg), `SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'crosswalk_' RETURN name, state`,
		nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatal(err)
	}
	online := map[string]bool{}
	for _, r := range result.Records {
		name, state := r.AsMap()["name"].(string), r.AsMap()["state"].(string)
		online[name] = state == "ONLINE"
	}
	for _, name := range []string{"crosswalk_link_holds", "crosswalk_entity_text", "crosswalk_entity_id"} {
		if !online[name] {
			t.Errorf("%s is not there or not online", name)
		}
	}
}

func TestSchemaOfANewerProgramIsRefused(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	reopen(t, cfg)
	byHand(t, cfg, `MATCH (s:CrosswalkStore {id: 'store'}) SET s.schema = 99`)
	if _, err := neo4jstore.Open(t.Context(), cfg); !errors.Is(err, graph.ErrNewer) || !contains(err, "step 99") || !contains(err, "use a newer version of crosswalk") {
		t.Errorf("%v, want ErrNewer that names the step", err)
	}
}

// Every page is a range of an index, in its order: no scan, no sort. Every look-up of the load is a seek.
func TestQueriesUseTheirIndexes(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	put(t, reopen(t, cfg), synthetic(1, 1000))
	driver := driverOf(t, cfg)
	for _, q := range append(queries.All.Under("load"), queries.All.Under("snapshot")...) {
		if strings.HasPrefix(q.Name(), "load/store.") || strings.HasSuffix(q.Name(), ".hashes") || q.Name() == "load/release.list" {
			continue // a handful of rows, or the count store
		}
		params := map[string]any{"after": "", "limit": 10}
		for _, p := range q.Parameters() {
			switch p {
			case "release", "bundle", "source", "set":
				params[p] = map[string]any{"hash": "a", "name": "a"}
			case "rows", "ids", "keys", "hashes":
				params[p] = []any{}
			case "of", "load_id":
				params[p] = "a"
			case "number":
				params[p] = 1
			case "data":
				params[p] = []byte{1}
			}
		}
		session := driver.NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: "neo4j"})
		result, err := session.Run(t.Context(), "EXPLAIN "+q.Text(), params)
		if err != nil {
			t.Errorf("%s: %v", q.Name(), err)
			continue
		}
		summary, err := result.Consume(t.Context())
		if err != nil {
			t.Errorf("%s: %v", q.Name(), err)
			continue
		}
		for _, op := range operators(summary.Plan()) {
			for _, bad := range []string{"Scan", "Sort", "Top", "Skip"} {
				if strings.Contains(op, bad) {
					t.Errorf("%s is planned with %s", q.Name(), op)
				}
			}
		}
		session.Close(t.Context())
	}
}

func operators(p neo4j.Plan) []string {
	ops := []string{p.Operator()}
	for _, c := range p.Children() {
		ops = append(ops, operators(c)...)
	}
	return ops
}

func TestOpenRefusesAURIThatCannotBe(t *testing.T) {
	err := opening(t, graphtest.Neo4j(t), func(c *neo4jstore.Config) { c.URI = "http://localhost" })
	if !errors.Is(err, graph.ErrInvalid) || !contains(err, "bolt://host:port") {
		t.Errorf("no bolt: %v", err)
	}
}

func TestProgramsThatStartAtOnceShareTheSchema(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	reopen(t, cfg)
	for _, statement := range []string{`DROP CONSTRAINT crosswalk_link_holds IF EXISTS`, `DROP CONSTRAINT crosswalk_part_place IF EXISTS`,
		`DROP INDEX crosswalk_passage_text IF EXISTS`, `MATCH (s:CrosswalkStore {id: 'store'}) SET s.schema = 0`} {
		byHand(t, cfg, statement)
	}
	errs := make(chan error)
	for range 4 {
		go func() {
			s, err := neo4jstore.Open(t.Context(), cfg)
			if err == nil {
				err = s.Close(t.Context())
			}
			errs <- err
		}()
	}
	for range 4 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}
