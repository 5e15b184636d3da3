package export_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden: every table of a small world, byte for byte.
func TestGolden(t *testing.T) {
	for name, tb := range tables(t) {
		got, file := written(t, tb, false), filepath.Join("testdata", name+".csv")
		if *update {
			must(t, os.WriteFile(file, []byte(got), 0o644))
			continue
		}
		want, err := os.ReadFile(file)
		must(t, err)
		if diff := cmp.Diff(strings.Split(string(want), "\r\n"), strings.Split(got, "\r\n")); diff != "" {
			t.Errorf("%s (want -, got +; -update writes it anew):\n%s", file, diff)
		}
	}
}

var snake = regexp.MustCompile(`^[a-z0-9]+(_[a-z0-9]+)*$`)

// TestColumns: names are snake_case and stand once, and each row has a cell for each, of every table of the small world and of
// the packaged edition's entities.
func TestColumns(t *testing.T) {
	all := tables(t)
	rows, err := explore.List(graphtest.Merged(t, graphtest.Edition2018(t)), explore.ListQuery{})
	must(t, err)
	all["entities of 2018"] = export.Entities(rows)
	for name, tb := range all {
		seen := map[string]bool{}
		for _, c := range tb.Columns {
			if !snake.MatchString(c) || seen[c] {
				t.Errorf("%s: column %q", name, c)
			}
			seen[c] = true
		}
		if len(tb.Rows) == 0 {
			t.Errorf("%s has no rows to look at", name)
		}
		for i, r := range tb.Rows {
			if len(r) != len(tb.Columns) {
				t.Errorf("%s: row %d has %d cells in %d columns", name, i, len(r), len(tb.Columns))
			}
		}
	}
}

// read is a written table as a spreadsheet has it: by column.
func read(t *testing.T, tb export.Table) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewBufferString(written(t, tb, false))).ReadAll()
	must(t, err)
	var out []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, c := range rows[0] {
			m[c] = r[i]
		}
		out = append(out, m)
	}
	return out
}

func number(t *testing.T, row map[string]string, column string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(row[column], 64)
	if err != nil {
		t.Fatalf("%s of %v is no number: %v", column, row, err)
	}
	return f
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// TestItemsRecompute: weight, value and points follow from the cells beside them.
func TestItemsRecompute(t *testing.T) {
	mass := map[string]float64{}
	items := read(t, tables(t)["items"])
	for _, r := range items {
		f := func(column string) float64 { return number(t, r, column) }
		if w := f("confidence")*f("status_weight")*f("age_weight")/(f("groups")-1) - f("offset"); !near(w, f("weight")) {
			t.Errorf("%s %s%s: weight %v, recomputed %v", r["pair"], r["entity"], r["link"], f("weight"), w)
		}
		if v := 1 - math.Exp2(-f("mass")/f("h")); !near(v, f("value")) || f("mass") > 0 && !near(f("points"), f("part_points")*f("weight")/f("mass")) {
			t.Errorf("%s %s%s: value %v, points %v do not follow", r["pair"], r["entity"], r["link"], f("value"), f("points"))
		}
		mass[r["pair"]+r["channel"]] += f("weight")
	}
	for _, r := range items {
		if m := number(t, r, "mass"); !near(m, mass[r["pair"]+r["channel"]]) {
			t.Errorf("%s %s: mass %v is not the sum of its items", r["pair"], r["channel"], m)
		}
	}
}

// TestPairsRecompute: score and context follow from the channels' cells, points sum to them, and the matrix has the same.
func TestPairsRecompute(t *testing.T) {
	all := tables(t)
	matrix := map[string]map[string]string{}
	for _, r := range read(t, all["matrix"]) {
		matrix[r["id"]] = r
	}
	pairs := read(t, all["pairs"])
	if len(matrix) != len(pairs) {
		t.Errorf("%d cells, %d pairs", len(matrix), len(pairs))
	}
	for _, r := range pairs {
		left, points := map[bool]float64{true: 1, false: 1}, map[bool]float64{}
		for _, c := range crosswalk.Channels {
			left[c.Direct()] *= 1 - number(t, r, c.String()+"_r")*number(t, r, c.String()+"_value")
			points[c.Direct()] += number(t, r, c.String()+"_points")
			if got := number(t, matrix[r["id"]], c.String()+"_points"); got != number(t, r, c.String()+"_points") {
				t.Errorf("%s: %s has %v points in the matrix", r["id"], c, got)
			}
		}
		for column, direct := range map[string]bool{"score": true, "context": false} {
			if s := number(t, r, column); !near(s, 1-left[direct]) || !near(s, points[direct]) {
				t.Errorf("%s: %s is %v, recomputed %v, points sum to %v", r["id"], column, s, 1-left[direct], points[direct])
			}
		}
		for _, column := range []string{"state", "score", "context", "band", "rank", "events"} {
			if matrix[r["id"]][column] != r[column] {
				t.Errorf("%s: %s is %q in the matrix, %q in the list", r["id"], column, matrix[r["id"]][column], r[column])
			}
		}
	}
}
