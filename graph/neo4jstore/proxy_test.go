package neo4jstore_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/soak/proxy"
)

// throughProxy puts a proxy before the server that cfg names.
func throughProxy(t *testing.T, cfg *neo4jstore.Config) *proxy.Proxy {
	t.Helper()
	p, err := proxy.Listen(cfg.URI)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Close)
	cfg.URI = p.URI()
	return p
}
