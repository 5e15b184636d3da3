package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// world is what the trials load: reports of consecutive years that share bodies, each in several versions.
type world struct {
	reports, links int
}

const versions = 3

// report is the id of report number n.
func (w world) report(n int) string { return fmt.Sprintf("report:soak-%d", n) }

// bundle is report number n in a version: each version lacks other links and says other things of the same passages.
func (w world) bundle(n, version int) graph.Bundle {
	short := fmt.Sprintf("soak-%d", n)
	b := graph.Bundle{Format: graph.BundleFormat, Report: graph.Report{ID: w.report(n), Work: short, Partnership: "partnership:soak", Title: graph.Names{"en": "Soak"},
		Year: 2000 + n, Language: "en", SHA256: fmt.Sprintf("%064x", n+1), TextSHA256: fmt.Sprintf("%064x", n+1)}}
	for i := range w.links/8 + 1 {
		b.Passages = append(b.Passages, graph.Passage{ID: fmt.Sprintf("passage:%s:%d", short, i), Section: []string{"Part"}, Paragraph: i + 1, Start: 10 * i, End: 10*i + 9, Line: i + 1,
			Gist: graph.Names{"en": fmt.Sprintf("What paragraph %d says, told for the %d. time.", i, version+1)}})
	}
	entity := func(id string, at int, p graph.Properties) {
		b.Entities = append(b.Entities, graph.Entity{ID: id, Kind: graph.KindOf(id), Name: graph.Names{"en": id}, Properties: p, Evidence: []string{b.Passages[at%len(b.Passages)].ID}})
	}
	entity("partnership:soak", 0, nil)
	bodies, projects := w.links/8+2, w.links/5+2
	for i := range bodies {
		entity(fmt.Sprintf("institution:soak-%d", i), i, graph.Properties{"country": []string{"CA", "MX"}[(i+n)%2]})
	}
	for i := range projects {
		entity(fmt.Sprintf("project:soak:%d-%d", n, i), i, graph.Properties{"status": "running"})
	}
	for i := range w.links {
		if i%versions == version {
			continue
		}
		b.Links = append(b.Links, graph.Link{From: fmt.Sprintf("institution:soak-%d", i%bodies), Type: graph.InvolvedIn, To: fmt.Sprintf("project:soak:%d-%d", n, i*7%projects),
			Properties: graph.Properties{"role": []string{"lead", "partner", "funder", "host"}[i/bodies%4]}, Basis: graph.Stated, Confidence: 1, Evidence: []string{b.Passages[i/8].ID}})
	}
	return once(b).Canonical()
}

// once drops links that repeat a key.
func once(b graph.Bundle) graph.Bundle {
	seen := map[string]bool{}
	b.Links = slices.DeleteFunc(b.Links, func(l graph.Link) bool {
		key := l.Key(b.Report.Year)
		was := seen[key]
		seen[key] = true
		return was
	})
	return b
}

// all is the first load: every report but the last two, so that there are some to come.
func (w world) all() graph.Change {
	c := graph.Change{By: "soak: all"}
	for n := range w.reports - 2 {
		c.Put = append(c.Put, w.bundle(n, 0))
	}
	return c
}

// load draws a change that brings one to three bundles, each other than what is loaded, and now and then takes a report away.
func (w world) load(dice *rand.Rand, st graph.State) graph.Change {
	var c graph.Change
	drawn := dice.Perm(w.reports)
	for _, n := range drawn[:1+dice.IntN(3)] {
		v := dice.IntN(versions)
		b := w.bundle(n, v)
		if loaded, ok := st.Bundles[b.Report.ID]; ok && loaded.Hash() == b.Hash() {
			b = w.bundle(n, (v+1)%versions)
		}
		c.Put = append(c.Put, b)
	}
	if n := w.report(drawn[3]); dice.IntN(4) == 0 && holds(st, n) {
		c.Withdraw = []string{n}
	}
	c.By = w.by(c)
	return c
}

// withdraw draws a change that takes one or two reports away.
func (w world) withdraw(dice *rand.Rand, st graph.State) graph.Change {
	ids := []string{}
	for id := range st.Bundles {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	dice.Shuffle(len(ids), func(i, k int) { ids[i], ids[k] = ids[k], ids[i] })
	c := graph.Change{Withdraw: ids[:min(len(ids), 1+dice.IntN(2))]}
	c.By = w.by(c)
	return c
}

// judge draws a judgement on two bodies; number makes it newer than those before.
func (w world) judge(dice *rand.Rand, number int) graph.Change {
	a := dice.IntN(w.links/8 + 1)
	j := graph.Judgement{A: fmt.Sprintf("institution:soak-%d", a), B: fmt.Sprintf("institution:soak-%d", a+1),
		Verdict: []graph.Verdict{graph.Same, graph.Different, graph.Unsure}[dice.IntN(3)], At: fmt.Sprintf("2020-01-01T00:%02d:%02dZ", number/60%60, number%60)}
	return graph.Change{Judge: []graph.Judgement{j}, By: "soak: judge"}
}

func (w world) by(c graph.Change) string {
	var parts []string
	for _, b := range c.Put {
		parts = append(parts, b.Report.ID+" "+b.Hash()[:6])
	}
	for _, id := range c.Withdraw {
		parts = append(parts, "without "+id)
	}
	return "soak: " + strings.Join(parts, ", ")
}

func holds(st graph.State, report string) bool {
	_, ok := st.Bundles[report]
	return ok
}
