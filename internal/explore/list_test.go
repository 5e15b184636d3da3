package explore_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// listWorld holds commitments, people, projects and figures with whatever filters judge.
func listWorld() *graphtest.World {
	w := graphtest.NewWorld(2018, "a", "b")
	p := w.Passage(graphtest.GroupID("a"))
	w.Entity("institution:ca", graph.Properties{"country": "CA", "type": "agency", "acronym": "XYZ"}, p)
	w.Entity("institution:mx", graph.Properties{"country": "MX", "type": "department"}, p)
	w.Entity("theme:t", nil, p)
	for _, c := range []struct{ id, due, status, firmness, side string }{
		{"commitment:test:soon", "2018-12", "open", "agreed", "CA"}, {"commitment:test:later", "2019", "open", "possible", "both"},
		{"commitment:test:undated", "", "open", "planned", "MX"}, {"commitment:test:kept", "2018", "done", "agreed", "CA"},
	} {
		props := graph.Properties{"status": c.status, "firmness": c.firmness, "side": c.side}
		if c.due != "" {
			props["due"] = c.due
		}
		w.Entity(c.id, props, p)
	}
	w.Link(graphtest.GroupID("a"), graph.CommitsTo, "commitment:test:soon", nil, p)
	w.Link("institution:ca", graph.ResponsibleFor, "commitment:test:soon", nil, p)
	w.Link("commitment:test:soon", graph.Addresses, "theme:t", nil, p)
	for _, id := range []string{"person:both-roles", "person:speaker"} {
		w.Entity(id, nil, p)
	}
	w.Link("person:both-roles", graph.CoChairs, graphtest.GroupID("a"), graph.Properties{"side": "CA"}, p)
	w.Link("person:both-roles", graph.CoChairs, "partnership:test", graph.Properties{"side": "MX"}, p)
	w.Link("person:both-roles", graph.ParticipatesIn, graphtest.GroupID("b"), graph.Properties{"role": "presenter"}, p)
	w.Entity("project:test:abroad", graph.Properties{"type": "mission", "status": "planned", "countries": []string{"PE", "CL"}}, p)
	w.Link("person:speaker", graph.InvolvedIn, "project:test:abroad", graph.Properties{"role": "speaker"}, p)
	w.Entity("figure:test:goal", graph.Properties{"target": true}, p)
	w.Entity("figure:test:result", graph.Properties{"target": false}, p)
	return w
}

func idsOf(rows []explore.Row) string {
	var out []string
	for _, r := range rows {
		out = append(out, r.ID[strings.LastIndexByte(r.ID, ':')+1:])
	}
	return strings.Join(out, " ")
}

// TestListFilters: each filter chooses what it says, all must hold, and rows stand by kind, then id.
func TestListFilters(t *testing.T) {
	s := graphtest.Snapshot(t, listWorld())
	yes, no := true, false
	for _, tc := range []struct {
		q    explore.ListQuery
		want string
	}{
		{explore.ListQuery{Kind: graph.Commitment}, "kept later soon undated"},
		{explore.ListQuery{Kind: graph.Commitment, Status: "open"}, "later soon undated"},
		{explore.ListQuery{Kind: graph.Commitment, Firmness: "Agreed"}, "kept soon"},
		{explore.ListQuery{Kind: graph.Commitment, Side: "CA"}, "kept soon"},
		{explore.ListQuery{Kind: graph.Commitment, DueBefore: "2019"}, "kept soon"},
		{explore.ListQuery{Kind: graph.Commitment, DueBefore: "2018-12-02", Status: "open"}, "soon"},
		{explore.ListQuery{Kind: graph.Commitment, DueBefore: "2018-12"}, "kept"},
		{explore.ListQuery{Kind: graph.Commitment, Group: graphtest.GroupID("a")}, "soon"},
		{explore.ListQuery{Kind: graph.Commitment, Institution: "institution:ca"}, "soon"},
		{explore.ListQuery{Kind: graph.Commitment, Theme: "theme:t"}, "soon"},
		{explore.ListQuery{Kind: graph.Commitment, Theme: "theme:t", Firmness: "possible"}, ""},
		{explore.ListQuery{Kind: graph.Institution, Country: "mx"}, "mx"},
		{explore.ListQuery{Kind: graph.Institution, Q: "xyz"}, "ca"},
		{explore.ListQuery{Kind: graph.Institution, Type: "agency"}, "ca"},
		{explore.ListQuery{Country: "PE"}, "abroad"},
		{explore.ListQuery{Kind: graph.Project, Type: "mission", Status: "planned"}, "abroad"},
		{explore.ListQuery{Kind: graph.Person, Role: "speaker"}, "speaker"},
		{explore.ListQuery{Kind: graph.Person, Role: "co-chair", Side: "CA"}, "both-roles"},
		{explore.ListQuery{Kind: graph.Person, Role: "presenter", Side: "CA"}, ""},
		{explore.ListQuery{Kind: graph.Person, Side: "MX"}, "both-roles"},
		{explore.ListQuery{Kind: graph.Figure, Target: &yes}, "goal"},
		{explore.ListQuery{Kind: graph.Figure, Target: &no}, "result"},
		{explore.ListQuery{Q: "institution ca"}, "ca"},
		{explore.ListQuery{Q: "nowhere"}, ""},
	} {
		rows, err := explore.List(s, tc.q)
		if got := idsOf(rows); err != nil || got != tc.want {
			t.Errorf("%+v chooses %q, %v; want %q", tc.q, got, err, tc.want)
		}
		if !slices.IsSortedFunc(rows, func(a, b explore.Row) int {
			if a.Kind != b.Kind {
				return slices.Index(graph.Kinds, a.Kind) - slices.Index(graph.Kinds, b.Kind)
			}
			return strings.Compare(a.ID, b.ID)
		}) {
			t.Errorf("%+v: rows stand in no order: %s", tc.q, idsOf(rows))
		}
	}
}

// TestListErrors: a filter that can choose nothing is named with what it may be, all of them at once.
func TestListErrors(t *testing.T) {
	s := graphtest.Snapshot(t, listWorld())
	for _, tc := range []struct {
		q    explore.ListQuery
		says []string
		is   error
	}{
		{explore.ListQuery{Kind: "Groop"}, []string{`kind "Groop" is unknown`}, graph.ErrInvalid},
		{explore.ListQuery{Group: "group:test:z"}, []string{"group:test:z: no such entity"}, graph.ErrNotFound},
		{explore.ListQuery{Theme: "group:test:a"}, []string{"theme group:test:a: it is a thing of kind WorkingGroup"}, graph.ErrInvalid},
		{explore.ListQuery{Kind: graph.Commitment, Status: "held"}, []string{`status is "held"; it must be one of done, dropped, open, unknown`}, graph.ErrInvalid},
		{explore.ListQuery{Kind: graph.Theme, Status: "held"}, []string{`status is "held"; nothing of this kind has a status`}, graph.ErrInvalid},
		{explore.ListQuery{Role: "boss", Side: "US", Country: "CAN"}, []string{`role is "boss"; it must be one of co-chair,`, `side is "US"; it must be one of CA, MX, both, not stated`,
			`country is "CAN"`}, graph.ErrInvalid},
		{explore.ListQuery{DueBefore: "next year", Today: "2018"}, []string{`due_before is "next year"`, `today is "2018"`}, graph.ErrInvalid},
	} {
		_, err := explore.List(s, tc.q)
		for _, says := range tc.says {
			if !errors.Is(err, tc.is) || !strings.Contains(err.Error(), says) {
				t.Errorf("%+v gives %v; want %q", tc.q, err, says)
			}
		}
	}
}

// TestDueState: a date is judged against today, silence only against later editions of the same partnership.
func TestDueState(t *testing.T) {
	later := graphtest.NewWorld(2019, "a", "b")
	other := graphtest.NewWorld(2020)
	other.Bundle.Report.Partnership = "partnership:other"
	other.Bundle.Entities[0].ID, other.Bundle.Passages[0].Chapter = "partnership:other", "partnership:other"
	for _, tc := range []struct {
		name  string
		ws    []*graphtest.World
		today string
		want  map[string]string
	}{
		{"alone, before", []*graphtest.World{listWorld()}, "2018-11-01", map[string]string{"soon": "to-come", "later": "to-come", "undated": "undated", "kept": "done"}},
		{"on the last day", []*graphtest.World{listWorld()}, "2018-12-31", map[string]string{"soon": "to-come"}},
		{"alone, after", []*graphtest.World{listWorld()}, "2019-01-01", map[string]string{"soon": "date-passed", "later": "to-come"}},
		{"another partnership goes on", []*graphtest.World{listWorld(), other}, "2021-01-01", map[string]string{"soon": "date-passed", "undated": "undated"}},
		{"a later edition is silent", []*graphtest.World{listWorld(), later}, "2019-06-01", map[string]string{"soon": "not-mentioned-since", "later": "to-come", "undated": "not-mentioned-since", "kept": "done"}},
		{"no date is judged", []*graphtest.World{listWorld(), later}, "", map[string]string{"soon": "", "later": ""}},
	} {
		rows, err := explore.List(graphtest.Snapshot(t, tc.ws...), explore.ListQuery{Kind: graph.Commitment, Today: tc.today})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if want, ok := tc.want[idsOf([]explore.Row{r})]; ok && r.State != want {
				t.Errorf("%s: %s is %q, want %q", tc.name, r.ID, r.State, want)
			}
		}
	}
}

// TestRows: lists are never null, and years are those of the editions that state the thing.
func TestRows(t *testing.T) {
	rows, err := explore.List(both(t), explore.ListQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Aliases == nil || r.Properties == nil || r.Years == nil || r.Groups == nil || r.Institutions == nil || r.Themes == nil || r.Places == nil || r.Passages == nil || len(r.Years) == 0 {
			t.Errorf("%s has a list that is null, or no year: %+v", r.ID, r)
		}
		if r.ID == "group:cmp:energy" && !slices.Equal(r.Years, []int{2018, 2019}) {
			t.Errorf("%s is stated in %v", r.ID, r.Years)
		}
	}
}
