package filestore_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// open opens the store in a folder, for the length of a test.
func open(t *testing.T, dir string, o filestore.Options) *filestore.Store {
	t.Helper()
	s, err := filestore.Open(t.Context(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(t.Context()) })
	return s
}

// inFolder is a store that knows its folder, for hooks that open it once more.
type inFolder struct {
	*filestore.Store
	dir string
}

// faults are the ways to cut off a load that this system can be asked for.
var faults []storetest.Option

func TestConformance(t *testing.T) {
	at := func(t *testing.T, dir string) graph.Store {
		return inFolder{open(t, dir, filestore.Options{}), dir}
	}
	again := func(t *testing.T, s graph.Store) graph.Store { return at(t, s.(inFolder).dir) }
	options := append(faults, storetest.Reopen(again), storetest.Beside(again), storetest.Extra(graphtest.Edition2018(t), graphtest.Edition2019(t)))
	storetest.Run(t, func(t *testing.T) graph.Store { return at(t, t.TempDir()) }, options...)
}
