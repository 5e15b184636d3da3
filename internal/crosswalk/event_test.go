package crosswalk_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// told is one edition's words of a thing of a and b; nil properties: it is silent.
type told map[int]graph.Properties

func editions(id string, typ graph.LinkType, words told, groups ...string) []*graphtest.World {
	var out []*graphtest.World
	for _, year := range []int{2016, 2018, 2019} {
		props, says := words[year]
		w := graphtest.NewWorld(year, "a", "b", "c")
		if says {
			p := w.Passage(graphtest.GroupID(groups[0]))
			w.Entity(id, props, p)
			for _, g := range groups {
				w.Link(graphtest.GroupID(g), typ, id, nil, p)
			}
		}
		out = append(out, w)
	}
	return out
}

// TestEventTime: what happened is of its year, where that is known; what is running or to come, of the newest edition that says so;
// status is what the newest edition up to the as-of year says.
func TestEventTime(t *testing.T) {
	session, project, commitment := "session:test:x", "project:test:x", "commitment:test:x"
	type props = graph.Properties
	for _, tc := range []struct {
		name   string
		id     string
		words  told
		asOf   int
		status string
		year   int
		dated  bool
		weight float64 // s
	}{
		{"held in a year", session, told{2018: props{"status": "held", "start": "2017-10"}}, 0, "held", 2017, true, 1},
		{"held until a day", session, told{2018: props{"status": "held", "end": "2015-04-02"}}, 0, "held", 2015, true, 1},
		{"held from one year to the next", session, told{2018: props{"status": "held", "start": "2016", "end": "2017"}}, 0, "held", 2016, true, 1},
		{"held, no day", session, told{2016: props{"status": "held"}, 2018: props{"status": "held"}}, 0, "held", 2018, true, 1},
		{"held in earlier years", session, told{2016: props{"status": "held", "dated": false}, 2018: props{"status": "held", "dated": false}}, 0, "held", 2018, false, 1},
		{"planned, not dated", session, told{2018: props{"status": "planned", "dated": false, "start": "2019"}}, 0, "planned", 2018, true, 0.5},
		{"proposed, then held", session, told{2016: props{"status": "proposed"}, 2018: props{"status": "held", "start": "2017"}}, 0, "held", 2017, true, 1},
		{"proposed, before it was held", session, told{2016: props{"status": "proposed"}, 2018: props{"status": "held", "start": "2017"}}, 2017, "proposed", 2016, true, 0.25},
		{"named again, status left open", session, told{2016: props{"status": "proposed"}, 2018: props{}}, 0, "proposed", 2016, true, 0.25},
		{"running", project, told{2016: props{"status": "running", "start": "2010"}, 2018: props{"status": "running"}}, 0, "running", 2018, true, 1},
		{"running, seen from before", project, told{2016: props{"status": "running", "start": "2010"}, 2018: props{"status": "running"}}, 2017, "running", 2016, true, 1},
		{"running until", project, told{2018: props{"status": "running", "end": "2030"}}, 0, "running", 2018, true, 1},
		{"done in a year", project, told{2018: props{"status": "done", "start": "2010", "end": "2014"}}, 0, "done", 2014, true, 1},
		{"done, no end", project, told{2018: props{"status": "done", "start": "2010"}}, 0, "done", 2018, true, 1},
		{"planned", project, told{2016: props{"status": "planned", "start": "2017"}, 2018: props{"status": "planned"}}, 0, "planned", 2018, true, 0.5},
		{"promised", commitment, told{2016: props{"status": "open", "firmness": "possible"}, 2018: props{"status": "open", "firmness": "agreed"}}, 0, "agreed", 2018, true, 0.5},
		{"promised, then unknown", commitment, told{2016: props{"status": "open", "firmness": "planned"}, 2018: props{"status": "unknown"}}, 0, "planned", 2016, true, 0.5},
		{"promised, then done", commitment, told{2016: props{"status": "open", "firmness": "planned", "due": "2017"}, 2018: props{"status": "done"}}, 0, "done", 2018, true, 1},
		{"held after the edition's year", session, told{2018: props{"status": "held", "start": "2019-01"}}, 2018, "held", 2019, true, 1},
	} {
		typ := map[graph.Kind]graph.LinkType{graph.Session: graph.Holds, graph.Project: graph.Runs, graph.Commitment: graph.CommitsTo}[graph.KindOf(tc.id)]
		x := pairOf(t, rank(t, crosswalk.Options{AsOf: tc.asOf}, editions(tc.id, typ, tc.words, "a", "b")...), "a", "b")
		if len(x.Parts) != 1 || len(x.Parts[0].Items) != 1 {
			t.Errorf("%s: parts %+v", tc.name, x.Parts)
			continue
		}
		if i := x.Parts[0].Items[0]; i.Status != tc.status || i.Year != tc.year || i.Dated != tc.dated || i.StatusWeight != tc.weight || i.AgeWeight > 1 {
			t.Errorf("%s: %s, %d, dated %v, s %v; want %s, %d, %v, %v", tc.name, i.Status, i.Year, i.Dated, i.StatusWeight, tc.status, tc.year, tc.dated, tc.weight)
		}
	}
}

// TestDroppedEvents: what an edition up to the as-of year says was dropped is left out, by its rule.
func TestDroppedEvents(t *testing.T) {
	words := told{2016: graph.Properties{"status": "planned"}, 2018: graph.Properties{"status": "dropped"}}
	ws := editions("session:test:x", graph.Holds, words, "a", "b")
	x := pairOf(t, rank(t, crosswalk.Options{}, ws...), "a", "b")
	if *x.Score != 0 || x.Band != crosswalk.None || len(x.NextSteps) != 0 || len(x.LeftOut) != 1 || x.LeftOut[0].Rule != "dropped" {
		t.Errorf("score %v, %s, next %v, left out %+v", *x.Score, x.Band, x.NextSteps, x.LeftOut)
	}
	if y := pairOf(t, rank(t, crosswalk.Options{AsOf: 2016}, ws...), "a", "b"); y.Band != crosswalk.Emerging || len(y.NextSteps) != 1 {
		t.Errorf("as of 2016 it was planned: %s, %v", y.Band, y.NextSteps)
	}
}

// TestConfidenceOverDocuments: q is 1 - Π(1 - q_d), q_d the smaller of the pair's two; language versions of one edition are one
// document, of which the best counts; what no document ties alone counts as of one.
func TestConfidenceOverDocuments(t *testing.T) {
	for _, tc := range []struct {
		name   string
		work   string // of the second report
		second map[string]float64
		want   float64
	}{
		{"one document", "", nil, 0.5},
		{"two documents", "test-2019", map[string]float64{"a": 0.4, "b": 0.9}, 1 - 0.5*0.6},
		{"two languages", "test-2018", map[string]float64{"a": 0.4, "b": 0.9}, 0.5},
		{"two languages, one surer of a", "test-2018", map[string]float64{"a": 0.7, "b": 0.6}, 0.7},
		{"the other ties one alone", "test-2019", map[string]float64{"b": 0.9}, 0.5},
	} {
		one := graphtest.NewWorld(2018, "a", "b")
		one.Session("x", "held", graph.Properties{"start": "2018"}, "a", "b")
		confide(one, map[string]float64{"a": 0.5, "b": 0.8})
		ws := []*graphtest.World{one}
		if tc.second != nil {
			two := graphtest.NewWorld(2019, "a", "b")
			p := two.Passage(graphtest.GroupID("a"))
			two.Entity("session:test:x", graph.Properties{"status": "held", "start": "2018"}, p)
			for _, g := range []string{"a", "b"} {
				if q, ok := tc.second[g]; ok {
					two.Link(graphtest.GroupID(g), graph.Holds, "session:test:x", nil, p).Confidence = q
				}
			}
			if tc.work == "test-2018" {
				two.Bundle.Report.Year, two.Bundle.Report.Work, two.Bundle.Report.Language = 2018, tc.work, "fr"
			}
			ws = append(ws, two)
		}
		x := pairOf(t, rank(t, crosswalk.Options{}, ws...), "a", "b")
		if got := x.Parts[0].Items[0].Confidence; got != graph.Round12(tc.want) {
			t.Errorf("%s: q = %v, want %v", tc.name, got, tc.want)
		}
		alone := false
		for _, r := range x.Against {
			alone = alone || r.Code == "one-document"
		}
		if want := tc.work == "test-2019" && tc.second == nil; alone != want {
			t.Errorf("%s: told by one document alone: %v, want %v", tc.name, alone, want)
		}
	}
}

// TestTiedByNoDocumentAlone: one edition ties a, another b: the smaller of the two counts.
func TestTiedByNoDocumentAlone(t *testing.T) {
	one, two := graphtest.NewWorld(2018, "a", "b"), graphtest.NewWorld(2019, "a", "b")
	one.Session("x", "held", graph.Properties{"start": "2018"}, "a")
	two.Session("x", "held", graph.Properties{"start": "2018"}, "b")
	confide(one, map[string]float64{"a": 0.5})
	confide(two, map[string]float64{"b": 0.8})
	if q := pairOf(t, rank(t, crosswalk.Options{}, one, two), "a", "b").Parts[0].Items[0].Confidence; q != 0.5 {
		t.Errorf("q = %v, want 0.5", q)
	}
}

func confide(w *graphtest.World, q map[string]float64) {
	for i := range w.Bundle.Links {
		if l := &w.Bundle.Links[i]; l.Type == graph.Holds {
			l.Confidence = q[l.From[len(graphtest.GroupID("")):]]
		}
	}
}

// TestPlenary: an event belongs to the partnership when it ties most of the groups that were active in its own year, and at least
// five of them; groups that came later do not make links of it.
func TestPlenary(t *testing.T) {
	all := []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"}
	for _, tc := range []struct {
		name    string
		groups  int // active in 2018
		tied    int
		ended   int // of the tied ones, not active in 2018
		later   int // groups more in 2019
		year    string
		plenary bool
	}{
		{"half", 10, 5, 0, 0, "2018", false},
		{"most", 9, 5, 0, 0, "2018", true},
		{"four of five", 5, 4, 0, 0, "2018", false},
		{"all of four", 4, 4, 0, 0, "2018", false},
		{"four active of five tied", 8, 5, 1, 0, "2018", false},
		{"most then, few now", 8, 5, 0, 3, "2018", true},
		{"most then, of a year before the first edition", 8, 5, 0, 3, "2012", true},
	} {
		first := graphtest.NewWorld(2018)
		for i, g := range all[:tc.groups] {
			status := "active"
			if i < tc.ended {
				status = "disbanded"
			}
			first.Group(g, status)
		}
		first.Session("x", "held", graph.Properties{"start": tc.year}, all[:tc.tied]...)
		ws := []*graphtest.World{first}
		if tc.later > 0 {
			ws = append(ws, graphtest.NewWorld(2019, all[:tc.groups+tc.later]...))
		}
		r := rank(t, crosswalk.Options{}, ws...)
		x := pairOf(t, r, "b", "c")
		if got := *x.Score == 0; got != tc.plenary || len(r.Model().Plenary()) != map[bool]int{true: 1}[tc.plenary] {
			t.Errorf("%s: score %v, %d plenary events; plenary should be %v", tc.name, *x.Score, len(r.Model().Plenary()), tc.plenary)
		}
		if tc.plenary && (len(x.LeftOut) != 1 || x.LeftOut[0].Rule != "plenary" || x.LeftOut[0].Name["en"] == "") {
			t.Errorf("%s: left out %+v", tc.name, x.LeftOut)
		}
	}
}
