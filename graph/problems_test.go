package graph

import (
	"errors"
	"strings"
	"testing"
)

// TestProblemsHaveAnEnd: a small file with very many faults is told the first thousand, and that there are more.
func TestProblemsHaveAnEnd(t *testing.T) {
	_, err := DecodeBundle(strings.NewReader(`{"format":"crosswalk-bundle/1","passages":[`+strings.Repeat("{},", 5000)+`{}]}`), "x.json")
	var ps Problems
	if !errors.As(err, &ps) || len(ps) != maxProblems+1 || !strings.Contains(err.Error(), "too-many") {
		t.Errorf("%d problems", len(ps))
	}
}
