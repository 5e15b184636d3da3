package storetest_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// TestEditionsAreValid: a store may refuse an invalid bundle for another reason than the one a test is about.
func TestEditionsAreValid(t *testing.T) {
	for name, e := range map[string]storetest.Edition{"First": storetest.First(), "FirstRevised": storetest.FirstRevised(),
		"FirstRetyped": storetest.FirstRetyped(), "FirstFrench": storetest.FirstFrench(), "Second": storetest.Second()} {
		if err := graph.Validate(e.Bundle).Err(); err != nil {
			t.Errorf("%s:\n%v", name, err)
		}
		if _, err := graph.Attach(e.Bundle, e.Text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
