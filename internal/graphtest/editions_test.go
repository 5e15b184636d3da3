package graphtest_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestEdition2019 holds the fixture to what tests elsewhere rely on.
func TestEdition2019(t *testing.T) {
	b := graphtest.Edition2019(t)
	if b.Report.Year != 2019 || len(b.Passages) < 20 {
		t.Fatalf("the fictional edition is of %d with %d passages", b.Report.Year, len(b.Passages))
	}
}
