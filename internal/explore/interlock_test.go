package explore_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// dated is a link to group a over a time.
type dated struct{ since, until string }

// overlapOf is the overlap of people, each linked to group a over some times: by co-chairing, and by the roles in it.
func overlapOf(t graphtest.Fataler, people ...[]dated) explore.Interlock {
	w := graphtest.NewWorld(2018, "a")
	p := w.Passage("partnership:test")
	var ids []string
	for i, spans := range people {
		id := fmt.Sprintf("person:u%d", i)
		ids = append(ids, id)
		w.Entity(id, nil, p)
		for k, d := range spans {
			props := graph.Properties{}
			if d.since != "" {
				props["since"] = d.since
			}
			if d.until != "" {
				props["until"] = d.until
			}
			if k == 0 {
				w.Link(id, graph.CoChairs, graphtest.GroupID("a"), props, p)
				continue
			}
			props["role"] = []string{"participant", "presenter"}[k-1]
			w.Link(id, graph.ParticipatesIn, graphtest.GroupID("a"), props, p)
		}
	}
	xs, err := explore.Interlocks(graphtest.Merged(t, w.Bundle), ids)
	if err != nil || len(xs) != 1 {
		t.Fatal(xs, err)
	}
	return xs[0]
}

// TestInterlockRoles: a tie tells the roles that its links name, so that a mention does not pass for more.
func TestInterlockRoles(t *testing.T) {
	x := overlapOf(t, []dated{{}, {}, {}}, []dated{{}})
	if got := x.Members[0].Roles; !slices.Equal(got, []string{"participant", "presenter"}) {
		t.Errorf("roles %v", got)
	}
	if got := x.Members[1].Roles; got == nil || len(got) != 0 {
		t.Errorf("co-chairing has the roles %#v", got)
	}
}

// TestOverlap: yes only for certain, no only where it cannot be, unknown otherwise; each link has a time of its own.
func TestOverlap(t *testing.T) {
	for _, tc := range []struct {
		name   string
		people [][]dated
		want   string
	}{
		{"both dated by the day", [][]dated{{{"2017-01-01", "2018-06-30"}}, {{"2018-06-30", "2019-01-01"}}}, "yes"},
		{"one after the other", [][]dated{{{"2017-01-01", "2018-06-29"}}, {{"2018-06-30", "2019-01-01"}}}, "no"},
		{"within the same year", [][]dated{{{"2018", "2018"}}, {{"2018-03-01", "2018-04-30"}}}, "unknown"},
		{"a month in both", [][]dated{{{"2017", "2018-05"}}, {{"2018-05", "2019"}}}, "unknown"},
		{"partial dates with a day for certain", [][]dated{{{"2015", "2018"}}, {{"2016", "2019"}}}, "yes"},
		{"one undated", [][]dated{{{"2015", "2018"}}, {{"", ""}}}, "unknown"},
		{"one begins after the other ended", [][]dated{{{"", "2016"}}, {{"2017", ""}}}, "no"},
		{"open ends", [][]dated{{{"2015", ""}}, {{"2016", ""}}}, "unknown"},
		{"two of three apart", [][]dated{{{"2010", "2012"}}, {{"2011", "2016"}}, {{"2015", "2018"}}}, "no"},
		{"the second link overlaps", [][]dated{{{"2010-01-01", "2011-01-01"}, {"2017-01-01", "2018-01-01"}}, {{"2017-06-01", "2019-01-01"}}}, "yes"},
		{"the second link may overlap", [][]dated{{{"2010", "2011"}, {"", ""}}, {{"2017", "2019"}}}, "unknown"},
	} {
		if got := overlapOf(t, tc.people...); got.Overlap != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, got.Overlap, tc.want)
		}
	}
}

// TestOverlapDayByDay: the answer is what looking at every day gives.
func TestOverlapDayByDay(t *testing.T) {
	var dates []string
	var calendar []string
	for m := 1; m <= 12; m++ {
		dates = append(dates, fmt.Sprintf("2018-%02d", m), fmt.Sprintf("2018-%02d-15", m))
		for d := 1; d <= 31; d++ {
			if day := fmt.Sprintf("2018-%02d-%02d", m, d); validDay(day) {
				calendar = append(calendar, day)
			}
		}
	}
	draw := func(t *rapid.T) dated {
		ends := rapid.SliceOfN(rapid.SampledFrom(append([]string{""}, dates...)), 2, 2).Draw(t, "span")
		if ends[1] != "" && ends[0] > ends[1] {
			ends[0], ends[1] = ends[1], ends[0]
		}
		return dated{ends[0], ends[1]}
	}
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.SliceOfN(rapid.SliceOfN(rapid.Custom(draw), 1, 3), 2, 4).Draw(t, "people")
		on := func(day string, certain bool) bool {
			for _, spans := range people {
				if !slices.ContainsFunc(spans, func(d dated) bool { return covers(d, day, certain) }) {
					return false
				}
			}
			return true
		}
		want := "no"
		for _, day := range calendar {
			if on(day, true) {
				want = "yes"
				break
			}
			if on(day, false) {
				want = "unknown"
			}
		}
		if got := overlapOf(t, people...); got.Overlap != want {
			t.Fatalf("%v: %s, day by day %s", people, got.Overlap, want)
		}
	})
}

func validDay(day string) bool { _, ok := graph.ParseDate(day); return ok }

// covers reports whether a span holds a day: for certain, or possibly.
func covers(d dated, day string, certain bool) bool {
	since, until := graph.Date(d.since), graph.Date(d.until)
	if certain {
		return since != "" && until != "" && since.Last() <= day && day <= until.First()
	}
	return (since == "" || since.First() <= day) && (until == "" || day <= until.Last())
}

// TestInterlockTies: a tie has the types of its links, the hull of their dates, and each passage once.
func TestInterlockTies(t *testing.T) {
	x := overlapOf(t, []dated{{"2011", "2012"}, {"2010-03", "2011"}}, []dated{{"2012", ""}, {"2010", "2011"}})
	if x.Shared != 2 || x.Thing.ID != graphtest.GroupID("a") {
		t.Fatalf("%+v", x)
	}
	if m := x.Members[0]; m.Since != "2010-03" || m.Until != "2012" || len(m.Types) != 2 || len(m.Passages) != 1 {
		t.Errorf("the first tie is %+v", m)
	}
	if m := x.Members[1]; m.Since != "2010" || m.Until != "" {
		t.Errorf("the second tie is %+v", m)
	}
}

// TestInterlocks: what a chosen set shares stands most shared first; chosen things and reports are left out.
func TestInterlocks(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c")
	p := w.Session("all", "held", nil, "a", "b", "c")
	w.Project("two", "done", "a", "b")
	w.Project("one", "done", "c")
	w.Link(graphtest.GroupID("a"), graph.RefersTo, graphtest.GroupID("b"), graph.Properties{"role": "x"}, p)
	s := graphtest.Snapshot(t, w)
	xs, err := explore.Interlocks(s, []string{graphtest.GroupID("c"), graphtest.GroupID("a"), " " + graphtest.GroupID("b")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range xs {
		got = append(got, fmt.Sprint(x.Thing.ID, " ", x.Shared))
	}
	if want := "session:test:all 3|project:test:two 2"; strings.Join(got, "|") != want {
		t.Errorf("shared are %v; want %s", got, want)
	}
	a := graphtest.GroupID("a")
	for _, tc := range []struct {
		ids  []string
		says string
		is   error
	}{
		{[]string{a}, "ids names 1 things; choose 2 to 20", graph.ErrInvalid},
		{slices.Repeat([]string{a}, 21), "ids names 21 things", graph.ErrInvalid},
		{[]string{a, a}, "names group:test:a twice", graph.ErrInvalid},
		{[]string{a, "group:test:z"}, "no such entity", graph.ErrNotFound},
	} {
		if _, err := explore.Interlocks(s, tc.ids); !errors.Is(err, tc.is) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%v gives %v; want %q", tc.ids, err, tc.says)
		}
	}
}
