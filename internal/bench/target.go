package main

import (
	"fmt"
	"strings"
)

// target is what a figure is held to.
type target struct {
	Says string  `json:"says"`
	Met  bool    `json:"met"`
	Is   float64 `json:"is"` // the number that was held against it
}

// rule holds figures of an area to a bound.
type rule struct {
	area, name string // empty name: all of the area
	from, to   int    // scales
	peer       string // the bound is on how many times better than this peer; empty: on the figure itself
	p95        bool   // of the figure, rather than its median
	bound      float64
	says       string
}

// The bounds that the project set itself. At scales between, a bound of the larger size is shown as well: what misses it already
// is seen early.
var rules = []rule{
	{area: answers, from: 1, to: 1, p95: true, bound: 5, says: "p95 < 5 ms"},
	{area: answers, from: 1, to: 1, peer: boltPeer, bound: 50, says: "≥ 50 × Bolt"},
	{area: overHTTP, from: 1, to: 1, peer: queryAPIPeer, bound: 20, says: "≥ 20 × HTTP"},
	{area: routes, from: 1, to: 1, peer: barePeer, bound: 0.6, says: "≥ 0.6 of bare"},
	{area: starts, name: startImage, from: 1, to: 1, bound: 1, says: "< 1 s"},
	{area: starts, name: startImage, from: 2, to: 4000, bound: 10, says: "< 10 s"},
	{area: starts, name: snapshotNeo4j, from: 2, to: 4000, peer: streamPeer, bound: 0.8, says: "≥ 0.8 of raw"},
	{area: loads, name: loadNeo4j, from: 2, to: 4000, peer: mergePeer, bound: 0.9, says: "≥ 0.9 of raw"},
	{area: answers, name: "pair", from: 2, to: 4000, p95: true, bound: 5, says: "p95 < 5 ms"},
	{area: memory, name: bytesLink, from: 2, to: 4000, bound: 64, says: "≤ 64 bytes"},
	{area: memory, name: bytesPassage, from: 2, to: 4000, bound: 150, says: "≤ 150 bytes"},
	{area: memory, name: peakSwap, from: 2, to: 4000, bound: 2.5, says: "≤ 2.5 ×"},
}

// Those of the partners of a million institutions, which are of no scale.
var (
	ofMillion    = rule{bound: 2, says: "≤ 2 s"}
	oneOfMillion = rule{p95: true, bound: 20, says: "p95 < 20 ms"}
)

// hold gives a figure the targets that it has.
func hold(f *figure) {
	for _, r := range rules {
		if r.area != f.Area || r.name != "" && r.name != f.Name || f.Scale < r.from || f.Scale > r.to {
			continue
		}
		if t, ok := r.check(f); ok {
			f.Targets = append(f.Targets, t)
		}
	}
}

// check holds a figure against the bound; ok is false where the figure or its peer was not measured.
func (r rule) check(f *figure) (t target, ok bool) {
	if r.peer != "" {
		p := f.rival(r.peer)
		if p == nil || p.Times == 0 {
			return target{}, false
		}
		return target{r.says, p.Times >= r.bound, p.Times}, true
	}
	is := f.Ours.Median
	if r.p95 {
		is = f.Ours.P95
	}
	return target{r.says, is <= r.bound, is}, f.Ours.N > 0
}

func (t target) String() string {
	if t.Met {
		return "met " + t.Says
	}
	return fmt.Sprintf("MISSED %s: %s", t.Says, number(t.Is))
}

// judged tells all targets of a figure.
func judged(ts []target) string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.String()
	}
	return strings.Join(out, "; ")
}
