package neo4jstore_test

import (
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func TestConformance(t *testing.T) {
	var direct, through neo4jstore.Config
	var p *proxy
	fault := func(name string, at cutting) storetest.Option {
		return storetest.Fault(name, func(t *testing.T, s graph.Store, c graph.Change) error {
			at.stay = true
			p.set(at)
			defer p.set(cutting{})
			_, _, err := s.Apply(t.Context(), c)
			if sent, cut := p.passed(); !cut {
				t.Errorf("not cut: the load sent %d bytes", sent)
			}
			return err
		})
	}
	storetest.Run(t,
		func(t *testing.T) graph.Store {
			direct = graphtest.Neo4j(t)
			through = direct
			p = throughProxy(t, &through)
			through.RetryTime, through.TransactionMemory = time.Second, -1
			return reopen(t, through)
		},
		storetest.Reopen(func(t *testing.T, s graph.Store) graph.Store {
			if err := s.Close(t.Context()); err != nil {
				t.Fatal(err)
			}
			return reopen(t, direct)
		}),
		storetest.Beside(func(t *testing.T, _ graph.Store) graph.Store { return reopen(t, direct) }),
		fault("connection cut at the start", cutting{after: 200}),
		fault("connection cut on the way", cutting{after: 9000}),
		fault("connection cut at the commit", cutting{beforeCommit: true}),
		storetest.Extra(graphtest.Edition2018(t), graphtest.Edition2019(t)),
	)
}
