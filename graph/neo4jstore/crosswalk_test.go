package neo4jstore_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// The catalogue's crosswalk queries answer what the Go model answers, by text of their own: for every pair of groups and every
// channel the same counted items with the same weights, and so the same masses, as of each year.

// tolerance is how far numbers may differ that two programs computed.
const tolerance = 1e-9

// place is a pair's channel; items are what counts there, by id.
type (
	place struct{ a, b, channel string }
	item  struct {
		weight, confidence, status, age, offset float64
		year                                    int
		state                                   string
		dated                                   bool
		groups, alsoTold                        []string
	}
	items map[place]map[string]item
)

// checker is what testing.T and rapid.T have in common.
type checker interface {
	Helper()
	Logf(format string, args ...any)
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// agree holds every channel of every pair in Cypher against Go.
func agree(ctx context.Context, t checker, s *neo4jstore.Store, run func(name string, params map[string]any) []*neo4j.Record, partnership string, asOf int, p *crosswalk.Parameters) {
	t.Helper()
	want := inGo(ctx, t, s, partnership, asOf, p)
	halfLife := crosswalk.Defaults().HalfLife
	if p != nil {
		halfLife = p.HalfLife
	}
	got := inCypher(run, partnership, asOf, halfLife)
	n := 0
	for _, at := range slices.SortedFunc(maps.Keys(union(want, got)), func(x, y place) int { return slices.Compare(x.parts(), y.parts()) }) {
		if d := difference(want[at], got[at]); d != "" {
			t.Errorf("as of %d, %s, %s with %s:%s", asOf, at.channel, at.a, at.b, d)
		}
		n += len(want[at])
	}
	t.Logf("as of %d: %d pairs and channels, %d items", asOf, len(want), n)
}

// inGo is what the model counts.
func inGo(ctx context.Context, t checker, s *neo4jstore.Store, partnership string, asOf int, p *crosswalk.Parameters) items {
	t.Helper()
	snap, err := s.Snapshot(ctx)
	if err != nil {
		t.Fatal(err)
	}
	m, err := crosswalk.NewModel(snap, crosswalk.Options{Partnership: partnership, AsOf: asOf, Parameters: p})
	if errors.Is(err, graph.ErrNotFound) {
		return nil // no edition up to that year
	}
	if err != nil {
		t.Fatal(err)
	}
	out := items{}
	list, err := m.Rank().List(crosswalk.Filter{Bands: crosswalk.Bands})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		for _, part := range x.Parts {
			at := place{x.Members[0].ID, x.Members[1].ID, part.Channel}
			mass := 0.0
			for _, i := range part.Items {
				out.add(at, i.Entity+i.Link, item{i.Weight, i.Confidence, i.StatusWeight, i.AgeWeight, i.Offset, i.Year, i.Status, i.Dated, i.Groups, i.AlsoTold})
				mass += i.Weight
			}
			if math.Abs(mass-part.Mass) > tolerance {
				t.Errorf("%v: the items' weights come to %v, the mass is %v", at, mass, part.Mass)
			}
		}
	}
	return out
}

// inCypher is what the queries return.
func inCypher(run func(string, map[string]any) []*neo4j.Record, partnership string, asOf int, halfLife float64) items {
	out := items{}
	for query, channel := range map[string]string{"events": "", "institutions": "institution", "themes": "theme"} {
		params := map[string]any{"partnership": partnership, "as_of": asOf}
		if query == "events" {
			params["half_life"] = halfLife
		}
		for _, r := range run("read/crosswalk_"+query, params) {
			at := place{textOf(r, "group_a"), textOf(r, "group_b"), channel}
			if channel == "" {
				at.channel = textOf(r, "channel")
			}
			i := item{weight: number(r, "weight", 0), confidence: number(r, "confidence", 1), status: number(r, "status_weight", 1),
				age: number(r, "age_weight", 1), offset: number(r, "offset", 0), dated: true, groups: texts(r, "groups"), alsoTold: texts(r, "also_told")}
			if year, ok := r.Get("year"); ok {
				i.year = int(year.(int64))
				i.dated, i.state = isTrue(r, "dated"), textOf(r, "status")
			}
			out.add(at, textOf(r, "item"), i)
		}
	}
	return out
}

func (s items) add(at place, id string, i item) {
	if s[at] == nil {
		s[at] = map[string]item{}
	}
	if _, twice := s[at][id]; twice {
		id += " (again)"
	}
	s[at][id] = i
}

func (p place) parts() []string { return []string{p.a, p.b, p.channel} }

func union[K comparable, V any](a, b map[K]V) map[K]bool {
	out := map[K]bool{}
	for k := range a {
		out[k] = true
	}
	for k := range b {
		out[k] = true
	}
	return out
}

// difference says how two lists of counted items differ, empty where they do not.
func difference(want, got map[string]item) string {
	out := ""
	for _, id := range slices.Sorted(maps.Keys(union(want, got))) {
		w, inGo := want[id]
		g, inCypher := got[id]
		switch {
		case !inCypher:
			out += fmt.Sprintf("\n  %s: Go counts it, Cypher does not: %+v", id, w)
		case !inGo:
			out += fmt.Sprintf("\n  %s: Cypher counts it, Go does not: %+v", id, g)
		case !alike(w, g):
			out += fmt.Sprintf("\n  %s: Go %+v\n  Cypher %+v", id, w, g)
		}
	}
	return out
}

func alike(x, y item) bool {
	for _, d := range []float64{x.weight - y.weight, x.confidence - y.confidence, x.status - y.status, x.age - y.age, x.offset - y.offset} {
		if !(math.Abs(d) <= tolerance) {
			return false
		}
	}
	slices.Sort(x.alsoTold)
	slices.Sort(y.alsoTold)
	return x.year == y.year && x.state == y.state && x.dated == y.dated && slices.Equal(x.groups, y.groups) && slices.Equal(x.alsoTold, y.alsoTold)
}

// openRunner opens an empty store and a way to run queries of the catalogue on it in read access mode. What a query returns must be
// what its header declares, and the server must not warn.
func openRunner(t *testing.T) (*neo4jstore.Store, func(name string, params map[string]any) []*neo4j.Record) {
	t.Helper()
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	driver := driverOf(t, cfg)
	return s, func(name string, params map[string]any) []*neo4j.Record {
		t.Helper()
		q := queries.Named(name)
		result, err := neo4j.ExecuteQuery(t.Context(), driver, q.Text(), params, neo4j.EagerResultTransformer,
			neo4j.ExecuteQueryWithReadersRouting(), neo4j.ExecuteQueryWithDatabase("neo4j"))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !slices.Equal(result.Keys, q.Columns()) {
			t.Fatalf("%s returns %v and declares %v", name, result.Keys, q.Columns())
		}
		for _, n := range result.Summary.Notifications() {
			if n.SeverityLevel() == notifications.Warning && !strings.HasSuffix(n.Code(), ".UnknownPropertyKeyWarning") { // a small graph lacks some
				t.Errorf("%s: %s: %s", name, n.Code(), n.Description())
			}
		}
		return result.Records
	}
}

func textOf(r *neo4j.Record, column string) string {
	v, _ := r.Get(column)
	s, _ := v.(string)
	return s
}

func isTrue(r *neo4j.Record, column string) bool {
	v, _ := r.Get(column)
	yes, _ := v.(bool)
	return yes
}

func texts(r *neo4j.Record, column string) []string {
	v, _ := r.Get(column)
	list, _ := v.([]any)
	var out []string
	for _, x := range list {
		out = append(out, x.(string))
	}
	return out
}

// number is a column's number, or what stands for one that the query does not return.
func number(r *neo4j.Record, column string, absent float64) float64 {
	v, ok := r.Get(column)
	if !ok {
		return absent
	}
	f, is := v.(float64)
	if !is {
		return math.NaN()
	}
	return f
}
