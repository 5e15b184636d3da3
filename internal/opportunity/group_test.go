package opportunity_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// small is a world in which a and b have two themes in common and a proposed session, a and c two themes, d and e work
// together, and f is closing.
func small() *graphtest.World {
	w := graphtest.NewWorld(2018, "a", "b", "c", "d", "e", "g")
	w.Group("f", "closing")
	w.Session("mooted", "proposed", nil, "a", "b")
	w.Session("held", "held", graph.Properties{"start": "2018", "recurring": true}, "d", "e")
	for _, x := range []struct{ theme, group, stance string }{
		{"x", "a", "seeks"}, {"x", "b", "offers"}, {"x", "c", "touches"}, {"y", "a", "touches"}, {"y", "b", "touches"}, {"z", "a", "touches"}, {"z", "c", "touches"},
	} {
		p := w.Passage(graphtest.GroupID(x.group))
		w.Entity("theme:"+x.theme, nil, p)
		w.Link(graphtest.GroupID(x.group), graph.Addresses, "theme:"+x.theme, graph.Properties{"stance": x.stance}, p)
	}
	return w
}

func pairID(a, b string) string { return opportunity.ID(graphtest.GroupID(a), graphtest.GroupID(b)) }

// TestGet: a pair is found in either order; what is not listed says why, what is no id says what one is.
func TestGet(t *testing.T) {
	r := ranked(t, small().Bundle)
	away, err := opportunity.OfGroups(r, opportunity.Defaults(), nil).Get(pairID("a", "c"))
	if err != nil {
		t.Fatal(err)
	}
	g := opportunity.OfGroups(r, opportunity.Defaults(), opportunity.Decisions{away.ID: {Verdict: "dismiss", Evidence: away.Evidence}})
	for _, id := range []string{pairID("a", "b"), pairID("b", "a")} {
		o, err := g.Get(id)
		if err != nil || o.ID != pairID("a", "b") || o.Kind != opportunity.FollowUp || len(o.NextSteps) != 1 || o.Level != opportunity.Possible {
			t.Errorf("%s is %+v, %v", id, o, err)
		}
	}
	for _, tc := range []struct {
		id, says string
		is       error
	}{
		{"group:test:a~group:test:b", "is no opportunity", graph.ErrInvalid},
		{"opportunity:group:test:a", "size is 1", graph.ErrInvalid},
		{pairID("a", "a"), "names group:test:a twice", graph.ErrInvalid},
		{pairID("a", "nowhere"), "no such group", graph.ErrNotFound},
		{pairID("a", "f"), "group:test:f is not active", graph.ErrNotFound},
		{pairID("d", "e"), "the two already work together", graph.ErrNotFound},
		{pairID("b", "g"), "fewer than two specific things", graph.ErrNotFound},
		{pairID("a", "c"), "put aside", graph.ErrNotFound},
	} {
		if _, err := g.Get(tc.id); !errors.Is(err, tc.is) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%s gives %v; want %q", tc.id, err, tc.says)
		}
	}
}

// TestQuery: lists are chosen by kind, member and supporting theme; what is unknown is named.
func TestQuery(t *testing.T) {
	g := opportunity.OfGroups(ranked(t, small().Bundle), opportunity.Defaults(), nil)
	for _, tc := range []struct {
		q    opportunity.Query
		want string
	}{
		{opportunity.Query{}, "a~c a~b"},
		{opportunity.Query{Kind: opportunity.New}, "a~c"},
		{opportunity.Query{Kind: opportunity.FollowUp, Size: 2}, "a~b"},
		{opportunity.Query{Group: graphtest.GroupID("b")}, "a~b"},
		{opportunity.Query{Theme: "theme:z"}, "a~c"},
		{opportunity.Query{Theme: "theme:x", Kind: opportunity.Deepen}, ""},
	} {
		all, err := g.List(tc.q)
		var got []string
		for _, o := range all {
			got = append(got, strings.Join(names(o), "~"))
		}
		if err != nil || strings.Join(got, " ") != tc.want {
			t.Errorf("%+v gives %v, %v; want %s", tc.q, got, err, tc.want)
		}
	}
	for _, tc := range []struct {
		q  opportunity.Query
		is error
	}{
		{opportunity.Query{Size: 4}, graph.ErrInvalid}, {opportunity.Query{Kind: "nwe"}, graph.ErrInvalid},
		{opportunity.Query{Group: "group:test:q"}, graph.ErrNotFound}, {opportunity.Query{Theme: "group:test:a"}, graph.ErrNotFound},
	} {
		if _, err := g.List(tc.q); !errors.Is(err, tc.is) {
			t.Errorf("%+v gives %v", tc.q, err)
		}
	}
}

// TestExplained: an answer says what speaks against it and what it would be without its heaviest support, and a decision
// stands with it.
func TestExplained(t *testing.T) {
	r := ranked(t, small().Bundle)
	id := pairID("a", "b")
	o, err := opportunity.OfGroups(r, opportunity.Defaults(), opportunity.Decisions{id: {ID: id, Verdict: "accept"}}).Get(id)
	if err != nil {
		t.Fatal(err)
	}
	codes := func(rs []crosswalk.Reason) (out []string) {
		for _, r := range rs {
			out = append(out, r.Code)
		}
		return out
	}
	if got := strings.Join(codes(o.Reasons), " "); got != "seeks-offers both-touch" {
		t.Errorf("reasons are %s", got)
	}
	if got := strings.Join(codes(o.Against), " "); got != "one-chapter" {
		t.Errorf("against stands %q; the proposal is told by one chapter", got)
	}
	if got := strings.Join(codes(o.Ready), " "); got != "all-reported" {
		t.Errorf("ready is %q", got)
	}
	if c := o.Counterfactual; c == nil || c.Without != "theme:x" || c.Level != "" || !c.Listed || c.Score >= *o.Score {
		t.Errorf("the counterfactual is %+v", c)
	}
	if o.Decision == nil || o.Decision.Verdict != "accept" || o.Method.Custom {
		t.Errorf("the decision is %+v, the method %+v", o.Decision, o.Method)
	}
	p := opportunity.Defaults()
	p.Theme.R = 0.1
	if o, err = opportunity.OfGroups(r, p, nil).Get(id); err != nil || !o.Method.Custom {
		t.Errorf("other parameters are not marked custom: %+v, %v", o.Method, err)
	}
}

// TestIntervals: every listed opportunity has a range that begins at 1 or later and ends within its list.
func TestIntervals(t *testing.T) {
	g := opportunity.OfGroups(ranked(t, small().Bundle), opportunity.Defaults(), nil)
	iv, err := g.Intervals(2)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range list(t, g, 2) {
		if r := iv[o.ID]; r != [2]int{1, 1} {
			t.Errorf("%s stands alone in its list and ranges over %v", o.ID, r)
		}
	}
	if _, err := g.Intervals(5); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("an unknown size gives %v", err)
	}
}
