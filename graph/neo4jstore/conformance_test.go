package neo4jstore_test

import (
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/soak/proxy"
)

func TestConformance(t *testing.T) {
	var direct, through neo4jstore.Config
	var p *proxy.Proxy
	fault := func(name string, at proxy.Cut) storetest.Option {
		return storetest.Fault(name, func(t *testing.T, s graph.Store, c graph.Change) error {
			at.Stay = true
			p.Set(at)
			defer p.Set(proxy.Cut{})
			_, _, err := s.Apply(t.Context(), c)
			if sent, cut := p.Passed(); !cut {
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
		fault("connection cut at the start", proxy.Cut{After: 200}),
		fault("connection cut on the way", proxy.Cut{After: 9000}),
		fault("connection cut at the commit", proxy.Cut{BeforeCommit: true}),
		storetest.Extra(graphtest.Edition2018(t), graphtest.Edition2019(t)),
	)
}
