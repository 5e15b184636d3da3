package opportunity_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// drawnBody is a drawn institution.
type drawnBody struct {
	id, country, kind string
	ended, succeeded  bool
	parent            int // number of the institution that it is part of, -1 for none
}

// naming is a drawn project of one group that names institutions and addresses a theme.
type naming struct {
	status string
	theme  int // -1 for none
	group  int // that runs it, -1 for none
	bodies []int
}

// bodyWorld is a drawn world of institutions.
type bodyWorld struct {
	bodies   []drawnBody
	projects []naming
	bundle   graph.Bundle
}

func drawBodies(t *rapid.T) bodyWorld {
	var d bodyWorld
	for i := range rapid.IntRange(3, 8).Draw(t, "bodies") {
		d.bodies = append(d.bodies, drawnBody{
			id: fmt.Sprintf("institution:z%d", i), country: rapid.SampledFrom([]string{"CA", "CA", "MX", "MX", "INT", "US"}).Draw(t, "country"),
			kind:  rapid.SampledFrom([]string{"department", "agency", "university", "multilateral", "company", "embassy"}).Draw(t, "type"),
			ended: rapid.IntRange(0, 9).Draw(t, "ended") == 0, succeeded: rapid.IntRange(0, 9).Draw(t, "succeeded") == 0,
			parent: rapid.IntRange(-8, i-1).Draw(t, "parent"),
		})
	}
	for range rapid.IntRange(3, 10).Draw(t, "projects") {
		d.projects = append(d.projects, naming{rapid.SampledFrom([]string{"running", "done", "planned", "proposed", "dropped"}).Draw(t, "status"),
			rapid.IntRange(-1, 3).Draw(t, "theme"), rapid.IntRange(-1, 3).Draw(t, "group"),
			rapid.SliceOfNDistinct(rapid.IntRange(0, len(d.bodies)-1), 1, 3, rapid.ID[int]).Draw(t, "named")})
	}
	d.bundle = d.build()
	return d
}

func (d bodyWorld) build() graph.Bundle {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	p := w.Passage("partnership:test")
	for i, b := range d.bodies {
		props := graph.Properties{"country": b.country, "type": b.kind}
		if b.ended {
			props["valid_to"] = "2017"
		}
		w.Entity(b.id, props, p)
		if b.succeeded {
			heir := fmt.Sprintf("institution:heir%d", i)
			w.Entity(heir, graph.Properties{"type": "other"}, p)
			w.Link(b.id, graph.SucceededBy, heir, nil, p)
		}
		if b.parent >= 0 {
			w.Link(b.id, graph.PartOf, d.bodies[b.parent].id, nil, p)
		}
	}
	for i, n := range d.projects {
		at := w.Passage("partnership:test")
		project, theme := fmt.Sprintf("project:test:%d", i), fmt.Sprintf("theme:t%d", n.theme)
		w.Entity(project, graph.Properties{"status": n.status}, at)
		if n.group >= 0 {
			w.Link(graphtest.GroupID(graphtest.GroupNames[n.group]), graph.Runs, project, graph.Properties{"role": "runs"}, at)
		}
		if n.theme >= 0 {
			w.Entity(theme, nil, at)
			w.Link(project, graph.Addresses, theme, graph.Properties{"stance": "touches"}, at)
		}
		for _, b := range n.bodies {
			w.Link(d.bodies[b].id, graph.InvolvedIn, project, graph.Properties{"role": "partner"}, w.Passage(graphtest.GroupID("a")))
		}
	}
	return w.Bundle
}

// family is the body and its parts.
func (d bodyWorld) family(i int) []int {
	all := []int{i}
	for k := 0; k < len(all); k++ {
		for p, b := range d.bodies {
			if b.parent == all[k] && !slices.Contains(all, p) {
				all = append(all, p)
			}
		}
	}
	return all
}

// together lists the projects that name both, or parts of them.
func (d bodyWorld) together(a, b int) []naming {
	in := func(n naming, i int) bool {
		return slices.ContainsFunc(d.family(i), func(x int) bool { return slices.Contains(n.bodies, x) })
	}
	return slices.DeleteFunc(slices.Clone(d.projects), func(n naming) bool { return !in(n, a) || !in(n, b) })
}

// TestBodies: opportunities of institutions carry no number, stand between a Canadian and a Mexican body or one of these and a
// multilateral one, of types that collaborate, none ended, none part of the other; lists follow what the report tells of both;
// what it proposes is always listed.
func TestBodies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawBodies(t)
		all, err := opportunity.OfInstitutions(ranked(t, d.bundle), opportunity.Defaults(), nil).List("", "")
		if err != nil {
			t.Fatal(err)
		}
		listed := map[string]opportunity.Opportunity{}
		for _, o := range all {
			listed[o.ID] = o
			noNumbers(t, o)
		}
		for i := range d.bodies {
			for k := i + 1; k < len(d.bodies); k++ {
				o, ok := listed[opportunity.ID(d.bodies[i].id, d.bodies[k].id)]
				delete(listed, o.ID)
				d.check(t, i, k, o, ok)
			}
		}
		for id := range listed {
			t.Fatalf("%s is of other institutions", id)
		}
	})
}

func noNumbers(t *rapid.T, o opportunity.Opportunity) {
	if o.Score != nil || o.Context != nil || o.Rank != nil || o.RankInterval != nil || o.Factors != nil || o.Chance != nil || o.Convener != nil ||
		o.Counterfactual != nil || o.Band != "" || len(o.Parts) > 0 {
		t.Fatalf("%s carries numbers: %+v", o.ID, o.Explanation)
	}
	if len(o.Reasons) < 2 && o.Kind != opportunity.FollowUp && (o.Kind != opportunity.Deepen || len(o.NextSteps) == 0) {
		t.Fatalf("%s, %s, rests on %d reasons", o.ID, o.Kind, len(o.Reasons))
	}
}

// check holds one pair to what was drawn.
func (d bodyWorld) check(t *rapid.T, i, k int, o opportunity.Opportunity, ok bool) {
	a, b := d.bodies[i], d.bodies[k]
	may := !slices.Contains(d.family(i), k) && !slices.Contains(d.family(k), i) && a.side() != b.side() && a.side() != "" && b.side() != ""
	together := d.together(i, k)
	has := func(status ...string) bool {
		return slices.ContainsFunc(together, func(n naming) bool { return slices.Contains(status, n.status) })
	}
	done, next := has("running", "done"), has("planned", "proposed")
	want := opportunity.New
	switch {
	case done:
		want = opportunity.Deepen
	case next:
		want = opportunity.FollowUp
	}
	switch {
	case ok && !may:
		t.Fatalf("%s is listed: %+v, %+v", o.ID, a, b)
	case ok && o.Kind != want:
		t.Fatalf("%s is %s; told of both: %+v", o.ID, o.Kind, together)
	case !ok && may && next:
		t.Fatalf("%s and %s are not listed; told of both: %+v", a.id, b.id, together)
	}
	if ok && len(o.NextSteps) == 0 && next {
		t.Fatalf("%s shows no next step of %+v", o.ID, together)
	}
}

// side is the side that a body may stand on, empty where it has no opportunities.
func (b drawnBody) side() string {
	switch {
	case b.ended || b.succeeded || b.kind == "company" || b.kind == "embassy":
		return ""
	case b.kind == "multilateral":
		return "INT"
	case b.country == "CA" || b.country == "MX":
		return b.country
	}
	return ""
}

// TestBodiesSeeWhatTheOptionsAdmit: a link below the least confidence names nobody.
func TestBodiesSeeWhatTheOptionsAdmit(t *testing.T) {
	d := bodyWorld{bodies: []drawnBody{{id: "institution:a", country: "CA", kind: "agency", parent: -1}, {id: "institution:b", country: "MX", kind: "agency", parent: -1}},
		projects: []naming{{status: "proposed", bodies: []int{0, 1}}}}
	bundle := d.build()
	for i := range bundle.Links {
		if bundle.Links[i].Type == graph.InvolvedIn {
			bundle.Links[i].Confidence = 0.5
		}
	}
	for least, want := range map[float64]int{0: 1, 0.9: 0} {
		m, err := crosswalk.NewModel(graphtest.Merged(t, bundle), crosswalk.Options{MinConfidence: least})
		if err != nil {
			t.Fatal(err)
		}
		all, err := opportunity.OfInstitutions(m.Rank(), opportunity.Defaults(), nil).List("", "")
		if err != nil || len(all) != want {
			t.Errorf("with a least confidence of %v there are %d opportunities, want %d (%v)", least, len(all), want, err)
		}
	}
}

// TestBodyErrors: what is asked for wrongly is named.
func TestBodyErrors(t *testing.T) {
	b := opportunity.OfInstitutions(ranked(t, bodyWorld{}.build()), opportunity.Defaults(), nil)
	if _, err := b.List("nwe", ""); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("an unknown kind gives %v", err)
	}
	if _, err := b.List("", "group:test:a"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a group as an institution gives %v", err)
	}
	if _, err := b.Get("opportunity:institution:x~institution:y"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown institutions give %v", err)
	}
}
