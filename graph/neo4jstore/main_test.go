package neo4jstore_test

import (
	"flag"
	"os"
	"testing"

	"go.uber.org/goleak"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func TestMain(m *testing.M) {
	flag.Set("rapid.checks", "40")       // each talks to a real server; -rapid.checks says otherwise
	flag.Set("rapid.nofailfile", "true") // the seed is printed; a file in the tree helps nobody
	flag.Parse()
	os.Exit(graphtest.Main(m))
}

func TestClosedStoreLeavesNothingRunning(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	before := goleak.IgnoreCurrent()
	s := reopen(t, cfg)
	put(t, s, synthetic(1, 100))
	if _, err := s.Snapshot(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	goleak.VerifyNone(t, before)
}
