package evaluate

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func worlds(change func(*synth.Options)) synth.Options {
	o := synth.Defaults()
	o.Partnerships, o.Years, o.Institutions = 8, 4, 40
	if change != nil {
		change(&o)
	}
	return o
}

// rolled puts worlds to the rolling origin and to the truth, and hides no events: that takes most of the time, and no question of
// the callers asks for it.
func rolled(t *testing.T, o synth.Options) map[[2]string]Result {
	t.Helper()
	c := newCollector()
	for i := range o.Partnerships {
		w, err := synthetic(o, i)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.rolling(t.Context(), w); err != nil {
			t.Fatal(err)
		}
	}
	out := map[[2]string]Result{}
	for _, x := range c.report().Results {
		out[[2]string{x.Task, x.Method}] = x
	}
	return out
}

// TestTruthIsRecovered: where lasting affinity is all there is, rankings and the oracle find it.
func TestTruthIsRecovered(t *testing.T) {
	got := rolled(t, worlds(func(o *synth.Options) { o.Partnerships, o.Shares, o.Memory = fewest, synth.Shares{Affinity: 1}, 1 }))
	if i := got[[2]string{TaskTruth, Crosswalk}].Metrics[MetricRate]; i.beyond(0.4) <= 0 {
		t.Errorf("the ranking's correlation with the truth is %v", i)
	}
	ours, oracle := got[[2]string{TaskNext, Crosswalk}].Metrics[MetricAUC], got[[2]string{TaskNext, Oracle}].Metrics[MetricAUC]
	if ours.beyond(0.6) <= 0 || oracle.beyond(0.6) <= 0 {
		t.Errorf("AUC %v, the oracle's %v", ours, oracle)
	}
	if i := got[[2]string{TaskNext, Random}].Metrics[MetricAUC]; *i.Value != 0.5 {
		t.Errorf("no order at all has an AUC of %v", i)
	}
}

// TestSizeAloneIsFoundBySize: where size is all there is, the baseline of size ranks well.
func TestSizeAloneIsFoundBySize(t *testing.T) {
	got := rolled(t, worlds(func(o *synth.Options) { o.Partnerships, o.Years, o.Shares = fewest, 3, synth.Shares{Size: 1} }))
	if i := got[[2]string{TaskNext, Size}].Metrics[MetricAUC]; i.beyond(0.5) <= 0 || *i.Value < 0.6 {
		t.Errorf("AUC %v", i)
	}
}

// TestChanceCannotBeFound: where each year's chance is all there is, nobody who knows only what lasts finds anything.
func TestChanceCannotBeFound(t *testing.T) {
	got := rolled(t, worlds(func(o *synth.Options) { o.Shares = synth.Shares{Chance: 1} }))
	for _, method := range []string{Oracle, Common, Size} {
		if i := got[[2]string{TaskFirst, method}].Metrics[MetricAUC]; *i.Value < 0.38 || *i.Value > 0.62 {
			t.Errorf("%s finds chance: AUC %v", method, i)
		}
	}
}

// TestWorldsResembleTheEdition holds what the default worlds' first editions tie to what the edition of 2018 ties: the share of
// pairs with any event, the events of a pair, and the share of the three busiest pairs.
func TestWorldsResembleTheEdition(t *testing.T) {
	want := shapeOf(t, edition(), "")
	var got [3]float64
	o := worlds(func(o *synth.Options) { o.Partnerships, o.Years = 40, 1 })
	for i := range o.Partnerships {
		w, err := synthetic(o, i)
		if err != nil {
			t.Fatal(err)
		}
		for k, x := range shapeOf(t, w.snapshot, w.partnership) {
			got[k] += x / float64(o.Partnerships)
		}
	}
	for k, tolerance := range []float64{0.06, 0.5, 0.1} {
		if d := got[k] - want[k]; d < -tolerance || d > tolerance {
			t.Errorf("%s: %.3f on average, %.3f in 2018", []string{"pairs that are tied", "events of a tied pair", "share of the three busiest"}[k], got[k], want[k])
		}
	}
}

func shapeOf(t *testing.T, s *graph.Snapshot, partnership string) [3]float64 {
	t.Helper()
	v, err := world{partnership: partnership}.newView(s, 0)
	if err != nil {
		t.Fatal(err)
	}
	var counts []float64
	pairs, sum, top := 0.0, 0.0, 0.0
	for a := range v.model.Groups() {
		for b := range a {
			if v.model.Active(a) && v.model.Active(b) {
				pairs++
				if n := len(v.joint[pair{b, a}]); n > 0 {
					counts = append(counts, float64(n))
				}
			}
		}
	}
	slices.Sort(counts)
	for i, n := range counts {
		sum += n
		if i >= len(counts)-3 {
			top += n
		}
	}
	return [3]float64{float64(len(counts)) / pairs, sum / float64(len(counts)), top / sum}
}

// edition is the packaged edition of 2018.
var edition = sync.OnceValue(func() *graph.Snapshot {
	b, err := editions.Load("cmp-2018")
	if err != nil {
		panic(err) // it is part of the program
	}
	g, err := graph.Merge([]graph.Bundle{b}, nil)
	if err != nil {
		panic(err)
	}
	return graph.NewSnapshot(g, graph.Release{Number: 1})
})

// TestTheRealEdition: one edition gives no rolling origin, some hidden events, and the words that they prove little.
func TestTheRealEdition(t *testing.T) {
	r, err := Links(t.Context(), Options{Snapshot: edition(), Name: "cmp 2018"})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Results) == 0 || len(r.Findings) == 0 {
		t.Fatal("nothing was found")
	}
	for _, x := range r.Results {
		if x.Test != TestHidden || x.Cases < 1 || x.Cases > 30 {
			t.Errorf("%+v", x)
		}
	}
	all := strings.Join(r.Findings, " ")
	for _, s := range []string{"hidden events", "could not be told from none", "asks little"} {
		if !strings.Contains(all, s) {
			t.Errorf("the findings do not say %q:\n%s", s, all)
		}
	}
}

// TestWorkersChangeNothing: the report does not depend on how many partnerships are judged at once.
func TestWorkersChangeNothing(t *testing.T) {
	o := Options{Institutions: true, Worlds: worlds(func(o *synth.Options) { o.Partnerships, o.Years, o.Groups, o.Institutions = 3, 2, 5, 40 }), Workers: 1}
	one, err := Links(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	done := 0
	o.Workers = 3
	three, err := Links(graph.WithProgress(t.Context(), func(p graph.Progress) { done = p.Done }), o)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(one, three); d != "" || done != 3 {
		t.Errorf("told %d times; %s", done, d)
	}
	all := strings.Join(one.Findings, " ")
	for _, s := range []string{"promise before they do", "level behind it", "bare count of events"} {
		if !strings.Contains(all, s) {
			t.Errorf("the findings do not say %q:\n%s", s, all)
		}
	}
	if !slices.ContainsFunc(one.Results, func(r Result) bool { return r.Task == TaskBodies && r.Method == Opportunity }) {
		t.Error("institutions were not judged")
	}
}

func TestErrors(t *testing.T) {
	bad := synth.Defaults()
	bad.Groups = 1
	if _, err := Links(t.Context(), Options{Worlds: bad}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("wrong options: %v", err)
	}
	if _, err := Links(t.Context(), Options{Snapshot: edition(), Partnership: "partnership:nix"}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("unknown partnership: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Links(ctx, Options{Worlds: synth.Defaults()}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
