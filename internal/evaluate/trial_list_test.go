package evaluate

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// trial is another order of pairs, tried beside the published one: pairs with greater keys stand first, the first key that
// differs decides.
type trial struct {
	name string
	key  func(x *sight) []float64
}

// byBand is the published order of links under another S.
func byBand(s scoring) func(x *sight) []float64 {
	return func(x *sight) []float64 { return []float64{band(x), s.score(x), x.facts.C} }
}

func band(x *sight) float64 { return -float64(bandPlace(x.facts.Band)) }

// merged is the band's place, strong and established as one, from 2 on emerging and mentioned too.
func merged(x *sight, n int) float64 {
	switch b := x.facts.Band; {
	case b == crosswalk.Strong:
		return band(x) - 1
	case b == crosswalk.Emerging && n > 1:
		return band(x) - 1
	default:
		return band(x)
	}
}

// with is the published scoring after a change.
func with(change func(s *scoring)) scoring {
	s := published()
	change(&s)
	return s
}

// statuses weighs what is agreed or planned, and what is proposed or possible, otherwise.
func statuses(agreed, proposed float64) scoring {
	return with(func(s *scoring) {
		s.status = func(w float64, c crosswalk.Class) float64 {
			switch c {
			case crosswalk.Agreed:
				return agreed
			case crosswalk.Proposed:
				return proposed
			}
			return w
		}
	})
}

// firm is 1 where something agreed or planned ties the pair, and toCome where anything to come does.
func firm(x *sight) float64 {
	for _, n := range x.facts.Next {
		if n.Firm {
			return 1
		}
	}
	return 0
}

func toCome(x *sight) float64 { return firm(x) + min(1, float64(len(x.facts.Next))) }

// linkTrials are orders of all pairs.
func linkTrials() []trial {
	var out []trial
	add := func(name string, key func(x *sight) []float64) { out = append(out, trial{name, key}) }
	scored := func(name string, s scoring) { add(name, byBand(s)) }
	for _, h := range []float64{1, 2, 4, 5, 6, 8, 1000} {
		scored(fmt.Sprintf("half-life %v", h), with(func(s *scoring) { s.p.HalfLife = h }))
	}
	for _, w := range [][2]float64{{0.7, 0.25}, {0.7, 0.5}, {0.5, 0.5}, {1, 0.5}, {1, 1}} {
		scored(fmt.Sprintf("agreed %v, proposed %v", w[0], w[1]), statuses(w[0], w[1]))
	}
	for _, w := range weightings {
		scored("a pair's share of an event "+w.name, with(func(s *scoring) { s.share = w.of }))
	}
	for _, h := range []float64{0.75, 3, 6} {
		scored(fmt.Sprintf("direct h %v", h), with(func(s *scoring) {
			for _, c := range crosswalk.Channels[:crosswalk.InstitutionChannel] {
				s.p.Channel[c].H = h
			}
		}))
	}
	for _, c := range crosswalk.Channels[:crosswalk.InstitutionChannel] {
		for _, r := range []float64{0.15, 0.4, 0.65, 0.9} {
			if r != published().p.Channel[c].R {
				scored(fmt.Sprintf("%s r %v", c, r), with(func(s *scoring) { s.p.Channel[c].R = r }))
			}
		}
	}
	together := statuses(1, 0.5)
	together.p.HalfLife, together.p.Channel[crosswalk.CommitmentChannel].R = 2, 0.65
	scored("half-life 2, agreed 1, proposed 0.5, commitment r 0.65", together)
	s := published()
	for _, w := range weightings {
		add("ties by C of "+w.name, func(x *sight) []float64 { return []float64{band(x), x.facts.S, s.context(x, w.of)} })
	}
	add("ties by common count", func(x *sight) []float64 { return []float64{band(x), x.facts.S, x.simple[Common]} })
	add("strong and established as one", func(x *sight) []float64 { return []float64{merged(x, 1), x.facts.S, x.facts.C} })
	add("only done before not done", func(x *sight) []float64 { return []float64{merged(x, 2), x.facts.S, x.facts.C} })
	add("no bands", func(x *sight) []float64 { return []float64{x.facts.S, x.facts.C} })
	add("no bands, C in the score", func(x *sight) []float64 { return []float64{1 - (1-x.facts.S)*(1-x.facts.C)} })
	add("in a band, agreed next steps first", func(x *sight) []float64 { return []float64{band(x), firm(x), x.facts.S, x.facts.C} })
	add("in a band, any next steps first", func(x *sight) []float64 { return []float64{band(x), toCome(x), x.facts.S, x.facts.C} })
	add("in a band, number of next steps", func(x *sight) []float64 {
		return []float64{band(x), float64(len(x.facts.Next)), x.facts.S, x.facts.C}
	})
	add("in a band, event count", func(x *sight) []float64 { return []float64{band(x), x.simple[Count], x.facts.S, x.facts.C} })
	add("in a band, S and C together", func(x *sight) []float64 { return []float64{band(x), 1 - (1-x.facts.S)*(1-x.facts.C)} })
	add("next steps before bands", func(x *sight) []float64 { return []float64{float64(len(x.facts.Next)), band(x), x.facts.S, x.facts.C} })
	add("half-life 6, no bands", func(x *sight) []float64 {
		return []float64{with(func(s *scoring) { s.p.HalfLife = 6 }).score(x), x.facts.C}
	})
	add("half-life 6, all statuses 1, no bands", func(x *sight) []float64 {
		s := statuses(1, 1)
		s.p.HalfLife = 6
		return []float64{s.score(x), x.facts.C}
	})
	return append(out, simple(Count, Persistence, Promises, Size, Common, Resource)...)
}

// simple are the baselines, for comparison.
func simple(names ...string) []trial {
	var out []trial
	for _, n := range names {
		out = append(out, trial{n, func(x *sight) []float64 { return []float64{x.simple[n]} }})
	}
	return out
}

// firstTrials are orders of pairs that nothing ties yet, each within the levels of the list, with the list before the rest, and of
// all pairs alike.
func firstTrials() []trial {
	var out []trial
	add := func(name string, key func(x *sight) float64) {
		gate := func(x *sight) float64 { return min(1, x.listed) }
		out = append(out,
			trial{"listed, level, " + name, func(x *sight) []float64 { return []float64{gate(x), gate(x) * level(x), gate(x) * key(x)} }},
			trial{"listed first, " + name, func(x *sight) []float64 { return []float64{gate(x), key(x)} }},
			trial{"all, " + name, func(x *sight) []float64 { return []float64{key(x)} }})
	}
	p := opportunity.Defaults()
	add("A", func(x *sight) float64 { return inCommon(x, p, inverse) })
	add("A, ties by C", func(x *sight) float64 { return inCommon(x, p, inverse) + 1e-9*x.facts.C })
	add("A and C", func(x *sight) float64 { return 1 - (1-inCommon(x, p, inverse))*(1-x.facts.C) })
	add("C", func(x *sight) float64 { return x.facts.C })
	s := published()
	for _, w := range weightings {
		add("A of "+w.name, func(x *sight) float64 { return inCommon(x, p, w.of) })
		add("C of "+w.name, func(x *sight) float64 { return s.context(x, w.of) })
	}
	change := func(name string, f func(p *opportunity.Parameters)) {
		q := opportunity.Defaults()
		f(&q)
		add(name, func(x *sight) float64 { return inCommon(x, q, inverse) })
	}
	for _, r := range []float64{0.2, 0.4, 0.8, 0.95} {
		change(fmt.Sprintf("A, theme r %v", r), func(p *opportunity.Parameters) { p.Theme.R = r })
		change(fmt.Sprintf("A, need r %v", r), func(p *opportunity.Parameters) { p.Need.R = r })
		change(fmt.Sprintf("A, institution r %v", r), func(p *opportunity.Parameters) { p.Body.R = r })
	}
	for _, h := range []float64{1, 10} {
		change(fmt.Sprintf("A, theme h %v", h), func(p *opportunity.Parameters) { p.Theme.H = h })
		change(fmt.Sprintf("A, institution h %v", h), func(p *opportunity.Parameters) { p.Body.H = h })
	}
	add("number of supports", func(x *sight) float64 { return float64(len(x.near.Supports)) })
	for _, n := range []string{Size, Common, Resource, Jaccard} {
		add(n, func(x *sight) float64 { return x.simple[n] })
	}
	return out
}

func level(x *sight) float64 {
	return map[string]float64{opportunity.Clear: 2, opportunity.Possible: 1}[x.near.Level]
}

// order turns keys into scores.
func (t trial) order(xs []*sight) []float64 {
	keys := make([][]float64, len(xs))
	for i, x := range xs {
		keys[i] = t.key(x)
	}
	return places(len(xs), func(i, k int) int {
		for n := range keys[i] {
			switch {
			case keys[i][n] > keys[k][n]:
				return -1
			case keys[i][n] < keys[k][n]:
				return 1
			}
		}
		return 0
	})
}

// short is a task's name before its colon.
func short(task string) string {
	name, _, _ := strings.Cut(task, ":")
	return name
}
