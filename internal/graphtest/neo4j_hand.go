package graphtest

import (
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
)

// ByHand sends a statement as somebody at Neo4j Browser would, behind the store's back, and gives the number of rows that come back.
func ByHand(t testing.TB, cfg neo4jstore.Config, statement string) (rows int) {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(cfg.URI, neo4j.BasicAuth(cfg.Username, cfg.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	r, err := neo4j.ExecuteQuery(t.Context(), driver, statement, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatalf("%v\n%s", err, statement)
	}
	return len(r.Records)
}
