package main

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNumber(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 1234.5: "1234", 99.96: "100.0", 12.345: "12.3", 1.2345: "1.23", 0.012345: "0.0123", 0.0000012345: "0.000001", math.NaN(): "–", math.Inf(1): "–"} {
		if got := number(x); got != want {
			t.Errorf("%v is shown as %s, want %s", x, got, want)
		}
	}
}

// TestTimes: by how many times ours is better, whichever way better lies.
func TestTimes(t *testing.T) {
	less := figure{Unit: "ms", Ours: summary{N: 1, Median: 2}}
	less.beside("x", summary{N: 1, Median: 10}, "")
	more := figure{Unit: "requests/s", Ours: summary{N: 1, Median: 600}}
	more.beside("x", summary{N: 1, Median: 1000}, "")
	none := figure{Unit: "ms", Ours: summary{N: 1, Median: 2}}
	none.beside("x", summary{}, "gave up")
	if less.Peers[0].Times != 5 || more.Peers[0].Times != 0.6 || none.Peers[0].Times != 0 {
		t.Errorf("%v, %v, %v", less.Peers, more.Peers, none.Peers)
	}
}

// TestTargets: each target of a figure at its scale, met and missed.
func TestTargets(t *testing.T) {
	at := func(scale int, p95, bolt float64) []target {
		f := figure{Area: answers, Name: "pair", Unit: "ms", Scale: scale, Ours: summary{N: 9, Median: 1, P95: p95}}
		f.beside(boltPeer, summary{N: 9, Median: bolt}, "")
		hold(&f)
		return f.Targets
	}
	for _, tc := range []struct {
		scale     int
		p95, bolt float64
		want      string
	}{
		{1, 4, 60, "met p95 < 5 ms; met ≥ 50 × Bolt"},
		{1, 6, 40, "MISSED p95 < 5 ms: 6.00; MISSED ≥ 50 × Bolt: 40.0"},
		{1, 4, 0, "met p95 < 5 ms"},
		{400, 6, 0, "MISSED p95 < 5 ms: 6.00"},
		{8000, 6, 1, ""},
	} {
		if got := judged(at(tc.scale, tc.p95, tc.bolt)); got != tc.want {
			t.Errorf("scale %d, %v ms, Bolt %v ms: %q, want %q", tc.scale, tc.p95, tc.bolt, got, tc.want)
		}
	}
}

func TestTables(t *testing.T) {
	pair := figure{Area: answers, Scale: 1, Name: "pair", Unit: "ms", Ours: summary{3, 1, 0.5, 2}, Limit: "names", Note: "cold 9"}
	pair.beside(boltPeer, summary{3, 60, 50, 70}, "")
	pair.beside("another", summary{}, "gave up:\n  a | b")
	hold(&pair)
	r := result{Figures: []figure{{Area: loads, Scale: 1, Name: "load", Unit: "s", Ours: summary{1, 2, 2, 2}}, pair, {Area: loads, Scale: 1, Name: "again", Unit: "s"}}, Skipped: []string{"the rest"}}
	titles, tables := r.sections()
	if diff := cmp.Diff([]string{"loads, scale 1", "answers in process, scale 1"}, titles); diff != "" {
		t.Error(diff)
	}
	want := [][]string{{"what", "unit", "Crosswalk", "peer", "its figure", "times better", "target", "limited by"},
		{"pair", "ms", "1.00 (0.500–2.00, n=3)", boltPeer, "60.0 (50.0–70.0, n=3)", "60.0", "met p95 < 5 ms; met ≥ 50 × Bolt", "names; cold 9"},
		{"", "", "", "another", "gave up: a / b", "", "", ""}}
	if diff := cmp.Diff(want, tables[1]); diff != "" {
		t.Error(diff)
	}
	if len(tables[0]) != 3 || tables[0][1][2] != "2.00 (n=1)" || tables[0][2][2] != "–" {
		t.Errorf("loads: %q", tables[0])
	}
	var text, md strings.Builder
	if err := r.writeText(&text); err != nil || !strings.Contains(text.String(), "not measured: the rest") {
		t.Errorf("%v\n%s", err, &text)
	}
	if err := r.writeMarkdown(&md); err != nil || !strings.Contains(md.String(), "| pair | ms | 1.00") || !strings.Contains(md.String(), "### Answers in process, scale 1") {
		t.Errorf("%v\n%s", err, &md)
	}
}
