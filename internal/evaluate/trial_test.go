package evaluate

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// Trials are other orders than the published ones, judged beside them on the same pairs:
//
//	go test ./internal/evaluate -run '^$' -bench Trials -benchtime 1x -trial.seeds 101,102,103 -trial.worlds 60
//
// prints, for each family of worlds, question and trial, by how much the trial leads the published order (negative: falls
// behind), with the 95 % range over partnerships.
var (
	trialSeeds  = flag.String("trial.seeds", "1,2", "seeds of the worlds, joined by commas")
	trialWorlds = flag.Int("trial.worlds", 20, "partnerships of each seed")
)

// families are worlds of which one share is another than by default.
var families = []struct {
	name   string
	change func(o *synth.Options)
}{
	{"default", func(*synth.Options) {}},
	{"memory 0.7", func(o *synth.Options) { o.Memory = 0.7 }},
	{"memory 0.97", func(o *synth.Options) { o.Memory = 0.97 }},
	{"chance 0.1", func(o *synth.Options) { o.Shares = synth.Shares{Affinity: 0.56, Size: 0.34, Chance: 0.1} }},
	{"chance 0.4", func(o *synth.Options) { o.Shares = synth.Shares{Affinity: 0.37, Size: 0.23, Chance: 0.4} }},
	{"size 0.1", func(o *synth.Options) { o.Shares = synth.Shares{Affinity: 0.7, Size: 0.1, Chance: 0.2} }},
	{"size 0.5", func(o *synth.Options) { o.Shares = synth.Shares{Affinity: 0.3, Size: 0.5, Chance: 0.2} }},
	{"generic 0", func(o *synth.Options) { o.Generic = 0 }},
	{"generic 1", func(o *synth.Options) { o.Generic = 1 }},
}

func BenchmarkTrials(b *testing.B) {
	for _, f := range families {
		b.Run(strings.ReplaceAll(f.name, " ", "-"), func(b *testing.B) {
			for range b.N {
				c := newCollector()
				for _, seed := range strings.Split(*trialSeeds, ",") {
					o := synth.Defaults()
					o.Partnerships, o.Years = *trialWorlds, 6
					if _, err := fmt.Sscan(seed, &o.Seed); err != nil {
						b.Fatalf("seed %q: %v", seed, err)
					}
					f.change(&o)
					for i := range o.Partnerships {
						if err := c.tryWorld(o, i); err != nil {
							b.Fatal(err)
						}
					}
				}
				fmt.Print(c.trials(f.name))
			}
		})
	}
}

// tryWorld puts every trial to every question of one partnership.
func (c *collector) tryWorld(o synth.Options, index int) error {
	w, err := synthetic(o, index)
	if err != nil {
		return err
	}
	var now *view
	cluster := fmt.Sprint(o.Seed, " ", index)
	for _, year := range editionYears(w.snapshot, w.partnership) {
		next, err := w.newView(w.snapshot, year)
		if err != nil {
			return err
		}
		if now != nil {
			c.tryOrigin(now, next, cluster)
		}
		now = next
	}
	c.tryTruth(w, now, cluster)
	return nil
}

func (c *collector) tryOrigin(now, next *view, cluster string) {
	pairs, ns := now.future(next)
	xs := now.sights(pairs)
	var fresh, listed []*sight
	var isNew, isDone, isFirst, ofListed []bool
	for i, x := range xs {
		isNew, isDone = append(isNew, ns[i].told), append(isDone, ns[i].done)
		if len(now.joint[pairs[i]]) > 0 {
			continue
		}
		fresh, isFirst = append(fresh, x), append(isFirst, ns[i].told)
		if x.listed > 0 {
			listed, ofListed = append(listed, x), append(ofListed, ns[i].told)
		}
	}
	links := append([]trial{{Crosswalk, byBand(published())}}, linkTrials()...)
	first := append([]trial{{Opportunity, func(x *sight) []float64 { return []float64{x.listed} }}}, firstTrials()...)
	c.try(TaskNext, cluster, xs, isNew, links)
	c.try(TaskDone, cluster, xs, isDone, links)
	c.try(TaskFirst, cluster, fresh, isFirst, first)
	c.try(TaskListed, cluster, listed, ofListed, first)
}

// try measures one case of a question.
func (c *collector) try(task, cluster string, xs []*sight, labels []bool, trials []trial) {
	scores := map[string][]float64{}
	for _, t := range trials {
		scores[t.name] = t.order(xs)
	}
	c.add("", TestRolling, task, cluster, scores, labels, groupMetrics)
}

func (c *collector) tryTruth(w world, v *view, cluster string) {
	pairs := v.activePairs()
	xs, lasting := v.sights(pairs), w.lasting(v, pairs, v.asOf)
	for _, t := range append([]trial{{Crosswalk, byBand(published())}}, linkTrials()...) {
		c.put(key{"", TestTruth, TaskTruth, t.name, MetricRate}, cluster, rankCorrelation(t.order(xs), lasting))
	}
	c.count("", TestTruth, TaskTruth, len(pairs), 0)
}

// trials prints what was found.
func (c *collector) trials(family string) string {
	var b strings.Builder
	shown := []string{MetricAUC, MetricP3}
	for _, q := range []struct {
		test, task, ours string
		trials           []trial
		metrics          []string
	}{
		{TestRolling, TaskNext, Crosswalk, linkTrials(), shown}, {TestRolling, TaskDone, Crosswalk, linkTrials(), shown},
		{TestTruth, TaskTruth, Crosswalk, linkTrials(), []string{MetricRate}},
		{TestRolling, TaskFirst, Opportunity, firstTrials(), shown}, {TestRolling, TaskListed, Opportunity, firstTrials(), shown},
	} {
		of := func(method, metric string) []measurement { return c.series[key{"", q.test, q.task, method, metric}] }
		for _, m := range q.metrics {
			ours := of(q.ours, m)
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%d partnerships\n", family, short(q.task), m, q.ours, bootstrap(ours), clusters(ours))
			for _, t := range q.trials {
				lead := slices.Clone(of(t.name, m))
				for i := range lead {
					lead[i].value -= ours[i].value
				}
				fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", family, short(q.task), m, t.name, bootstrap(lead))
			}
		}
	}
	return b.String()
}
