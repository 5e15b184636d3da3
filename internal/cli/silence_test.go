package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

// TestSilenceIsNoZero: of a group without a chapter no form of an answer gives a score, and the pair says why in words.
func TestSilenceIsNoZero(t *testing.T) {
	f := newFolder(t)
	if out := f.ok(t, "pair", "energy", "agri-business"); !strings.Contains(out, "has no chapter of Agri-business, so nothing can be said") || strings.Contains(out, "0.000") {
		t.Errorf("the pair in words: %s", out)
	}
	var pair struct {
		State string
		Score *float64
	}
	if err := json.Unmarshal([]byte(f.ok(t, "pair", "energy", "agri-business", "-o", "json")), &pair); err != nil || pair.Score != nil || pair.State != "no-chapter" {
		t.Errorf("the pair as JSON: %+v %v", pair, err)
	}
	rows, err := csv.NewReader(strings.NewReader(f.ok(t, "matrix", "-o", "csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	state, score, silent := column(rows[0], "state"), column(rows[0], "score"), 0
	for _, r := range rows[1:] {
		if r[state] == "no-chapter" {
			silent++
			if r[score] != "" {
				t.Errorf("%s has the score %s", r[0], r[score])
			}
		}
	}
	if silent < 8 {
		t.Errorf("only %d pairs are without a chapter", silent)
	}
}

func column(header []string, name string) int {
	for i, c := range header {
		if c == name {
			return i
		}
	}
	return -1
}

// TestServeNothing: a service over an empty store answers, and says how to load, on its page by the command that reaches its store; but
// not where others than this machine read the page.
func TestServeNothing(t *testing.T) {
	s := newFolder(t).serve(t, "--editions", "none")
	if _, page := s.get(t, "/"); !strings.Contains(page, "load --packaged cmp-2018 --data-dir ") {
		t.Errorf("the page says %s", page)
	}
	open := newFolder(t).serve(t, "--editions", "none", "--address", "0.0.0.0:0", "--auth-anonymous", "reader")
	if _, page := open.get(t, "/"); strings.Contains(page, "--data-dir /") || !strings.Contains(page, "crosswalk load --packaged cmp-2018") {
		t.Errorf("the page that anybody can read says %s", page)
	}
	if !strings.Contains(s.said(), "nothing is loaded yet") || !strings.Contains(s.said(), "crosswalk load --packaged cmp-2018") {
		t.Errorf("the service says %q", s.said())
	}
}
