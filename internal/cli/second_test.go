package cli_test

import (
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// secondEdition is the fictional edition as the README has people load it.
const secondEdition = "../graphtest/cmp-2019/bundle.json"

// TestSecondEdition: the steps that the README tells for another edition, with the file that it names.
func TestSecondEdition(t *testing.T) {
	golden(t, "../"+secondEdition, string(graphtest.Edition2019(t).Encode()))
	f := newFolder(t)
	f.ok(t, "check", secondEdition)
	f.ok(t, "load", secondEdition)
	if out := f.ok(t, "compare"); !strings.Contains(out, "appeared") || !strings.Contains(out, "Environment") {
		t.Errorf("the two editions compared:\n%s", out)
	}
	file := write(t, "start.json", []byte(f.ok(t, "export", "bundle", "--report", "cmp-2018")))
	f.ok(t, "check", file)
}
