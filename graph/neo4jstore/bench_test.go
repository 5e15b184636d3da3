package neo4jstore_test

import (
	"context"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// BenchmarkLoad measures a load of a synthetic bundle (20,000 links; CROSSWALK_TEST_LINKS for another size), what it takes
// of the server's transaction memory, and reading it back.
func BenchmarkLoad(b *testing.B) {
	links := 20_000
	if n, err := strconv.Atoi(os.Getenv("CROSSWALK_TEST_LINKS")); err == nil {
		links = n
	}
	cfg := graphtest.Neo4j(b)
	cfg.TransactionMemory = -1
	s, err := neo4jstore.Open(b.Context(), cfg)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close(context.Background())
	bundle := synthetic(1, links)
	small := bundle
	small.Links = bundle.Links[:1]
	for b.Loop() {
		if err := s.Clear(b.Context()); err != nil {
			b.Fatal(err)
		}
		rows := float64(len(bundle.Links))
		measure := func(name string, c graph.Change) {
			peak := watchMemory(b, cfg)
			began := time.Now()
			if _, _, err := s.Apply(b.Context(), c); err != nil {
				b.Fatalf("%s: %v", name, err)
			}
			b.ReportMetric(time.Since(began).Seconds(), name+"-s")
			b.ReportMetric(float64(peak())/rows, name+"-B/link")
		}
		measure("load", graph.Change{Put: []graph.Bundle{bundle}})
		began := time.Now()
		if _, err := s.Snapshot(b.Context()); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(began).Seconds(), "read-s")
		b.ReportMetric((rows+float64(len(bundle.Entities)+len(bundle.Passages)))/time.Since(began).Seconds(), "read-rows/s")
		measure("unlink", graph.Change{Put: []graph.Bundle{small}})
		measure("link", graph.Change{Put: []graph.Bundle{bundle}})
		measure("withdraw", graph.Change{Withdraw: []string{bundle.Report.ID}})
	}
}

// watchMemory follows what the running load takes of the server's transaction memory; the function it returns ends that and
// gives the most that was seen, in bytes.
func watchMemory(t testing.TB, cfg neo4jstore.Config) func() int64 {
	driver := driverOf(t, cfg)
	ctx, cancel := context.WithCancel(context.Background())
	var most int64
	var wait sync.WaitGroup
	wait.Go(func() {
		for ctx.Err() == nil {
			result, err := neo4j.ExecuteQuery(ctx, driver, `SHOW TRANSACTIONS YIELD metaData, estimatedUsedHeapMemory WHERE metaData.query = 'load' RETURN estimatedUsedHeapMemory AS n`,
				nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
			if err == nil {
				for _, r := range result.Records {
					if n, ok := r.AsMap()["n"].(int64); ok {
						most = max(most, n)
					}
				}
			}
			time.Sleep(10 * time.Millisecond)
		}
	})
	return func() int64 { cancel(); wait.Wait(); return most }
}

// driverOf is a plain driver, with which tests do to the database what the store does not.
func driverOf(t testing.TB, cfg neo4jstore.Config) neo4j.DriverWithContext {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(cfg.URI, neo4j.BasicAuth(cfg.Username, cfg.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { driver.Close(context.Background()) })
	return driver
}
