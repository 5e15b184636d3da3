package cli

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// TestWords: every link type and band has words for people.
func TestWords(t *testing.T) {
	for _, lt := range graph.LinkTypes {
		if linkWords[lt] == "" {
			t.Errorf("%s has no words", lt)
		}
	}
	for _, b := range crosswalk.Bands {
		if bandWords[b] == "" {
			t.Errorf("%s has no words", b)
		}
	}
}
