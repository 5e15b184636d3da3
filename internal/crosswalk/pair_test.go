package crosswalk_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func codes(rs []crosswalk.Reason) []string {
	var out []string
	for _, r := range rs {
		out = append(out, r.Code)
	}
	return out
}

// TestAgainst: who alone tells of a link is said, with every telling of one intention heard.
func TestAgainst(t *testing.T) {
	one := graphtest.NewWorld(2018, "a", "b")
	one.Session("s", "proposed", nil, "a", "b")
	if got := codes(pairOf(t, rank(t, crosswalk.Options{}, one), "a", "b").Against); !cmp.Equal(got, []string{"one-chapter"}) {
		t.Errorf("told by one chapter of the only edition: %v", got)
	}
	two := graphtest.NewWorld(2018, "a", "b")
	two.Session("s", "proposed", nil, "a", "b")
	two.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, two.Commitment("c", "proposed", "b", "a"))
	if got := codes(pairOf(t, rank(t, crosswalk.Options{}, two), "a", "b").Against); len(got) != 0 {
		t.Errorf("told by both chapters, as session and as commitment: %v", got)
	}
	french := graphtest.NewWorld(2017, "a", "b")
	french.Session("s", "proposed", nil, "a", "b")
	french.Bundle.Report.Year, french.Bundle.Report.Work, french.Bundle.Report.Language = 2018, "test-2018", "fr"
	if got := codes(pairOf(t, rank(t, crosswalk.Options{}, one, french), "a", "b").Against); slices.Contains(got, "one-document") {
		t.Errorf("two language versions are one document, the only one loaded: %v", got)
	}
	if got := codes(pairOf(t, rank(t, crosswalk.Options{}, one, french, graphtest.NewWorld(2019, "a", "b")), "a", "b").Against); !slices.Contains(got, "one-document") {
		t.Errorf("two language versions are one document of two: %v", got)
	}
	later := graphtest.NewWorld(2019, "a")
	got := codes(pairOf(t, rank(t, crosswalk.Options{}, one, later), "a", "b").Against)
	if !cmp.Equal(got, []string{"one-chapter", "one-document", "no-chapter"}) {
		t.Errorf("told by one chapter of an older edition, and b has none in the newest: %v", got)
	}
}

// TestNamedBodies: the institutions of counted events by side, and the one without which none names any.
func TestNamedBodies(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b")
	for i, n := range []string{"ca", "mx", "int"} {
		body(w, n, graph.Properties{"country": []string{"CA", "MX", "INT"}[i]})
	}
	w.Session("s", "held", graph.Properties{"start": "2018"}, "a", "b")
	w.Project("p", "running", "a", "b")
	w.Project("quiet", "running", "a", "b")
	link(w, "institution:ca", graph.ParticipatesIn, "session:test:s", graph.Properties{"role": "participant"})
	link(w, "institution:mx", graph.ParticipatesIn, "session:test:s", graph.Properties{"role": "presenter"})
	link(w, "institution:int", graph.ParticipatesIn, "session:test:s", graph.Properties{"role": "mentioned"})
	x := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b")
	if len(x.NamedBodies.CA) != 1 || len(x.NamedBodies.MX) != 1 || len(x.NamedBodies.NotStated) != 0 || x.DependsOnOne != nil {
		t.Errorf("%+v, depends on %+v", x.NamedBodies, x.DependsOnOne)
	}
	link(w, "institution:ca", graph.InvolvedIn, "project:test:p", graph.Properties{"role": "lead"})
	link(w, "institution:int", graph.InvolvedIn, "project:test:p", graph.Properties{"role": "funder"})
	x = pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b")
	if len(x.NamedBodies.NotStated) != 1 || x.DependsOnOne == nil || x.DependsOnOne.ID != "institution:ca" {
		t.Errorf("%+v, depends on %+v", x.NamedBodies, x.DependsOnOne)
	}
}

// TestNextSteps: agreed and planned first, then by date, unknown ones last.
func TestNextSteps(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b")
	w.Commitment("z-agreed", "agreed", "a", "b")
	w.Session("possible-soon", "proposed", graph.Properties{"start": "2018-12"}, "a", "b")
	w.Session("planned-late", "planned", graph.Properties{"start": "2020"}, "a", "b")
	w.Session("planned-soon", "planned", graph.Properties{"start": "2019-03"}, "a", "b")
	w.Commitment("a-possible", "possible", "a", "b")
	var got []string
	for _, s := range pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b").NextSteps {
		got = append(got, s.ID)
	}
	want := []string{"session:test:planned-soon", "session:test:planned-late", "commitment:test:z-agreed", "session:test:possible-soon", "commitment:test:a-possible"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// TestMatrix: zero stands only where both groups have a chapter; one channel's view keeps score and band.
func TestMatrix(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c", "z")
	w.Group("closing", "closing")
	w.Entity(graphtest.GroupID("silent"), graph.Properties{"status": "active"}, w.Passage("partnership:test"))
	w.Session("s", "held", graph.Properties{"start": "2018"}, "a", "b")
	w.Commitment("c", "agreed", "a", "b")
	w.Session("t", "held", graph.Properties{"start": "2018"}, "a", "closing")
	r := rank(t, crosswalk.Options{}, w)
	m, err := r.Matrix("commitment")
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, g := range m.Groups {
		at[g.ID[len(graphtest.GroupID("")):]] = i
	}
	for pair, want := range map[[2]string]string{{"a", "b"}: "linked", {"b", "c"}: "zero", {"a", "silent"}: "no-chapter", {"silent", "z"}: "no-chapter", {"b", "closing"}: "not-active", {"a", "closing"}: "linked", {"c", "c"}: "self"} {
		c := m.Cells[at[pair[0]]][at[pair[1]]]
		if c.State != want || (c.Score == nil) != (want == "no-chapter" || want == "not-active" || want == "self") {
			t.Errorf("%v: %s, score %v; want %s", pair, c.State, c.Score, want)
		}
	}
	c, x := m.Cells[at["b"]][at["a"]], pairOf(t, r, "a", "b")
	if len(c.Points) != 1 || c.Points["commitment"] != x.Parts[1].Points || c.Events != 1 || *c.Score != *x.Score {
		t.Errorf("the commitments of a and b: %+v", c)
	}
	if _, err := r.Matrix("sesion"); err == nil {
		t.Error("an unknown channel is no error")
	}
}
