package synth

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// measured is what a bundle holds and how it is spread.
type measured struct {
	kinds           map[graph.Kind]float64
	types           map[graph.LinkType]float64
	degrees         map[graph.Kind][]float64 // links of each entity, ascending; "" for all
	linksPerPassage []float64
	passagesPerLink []float64
	groupsPerBody   []float64
	groupsPerTheme  []float64
	tied            []float64 // groups of each session, project and commitment with any
	stated, sure    float64   // shares of links
	notes, passages float64
}

func measure(b graph.Bundle) measured {
	m := measured{kinds: map[graph.Kind]float64{}, types: map[graph.LinkType]float64{}, degrees: map[graph.Kind][]float64{}}
	degree, told := map[string]float64{}, map[string]float64{}
	for _, l := range b.Links {
		m.types[l.Type]++
		degree[l.From]++
		degree[l.To]++
		m.passagesPerLink = append(m.passagesPerLink, float64(len(l.Evidence)))
		for _, p := range l.Evidence {
			told[p]++
		}
		if l.Basis == graph.Stated {
			m.stated++
		}
		if l.Confidence == 1 {
			m.sure++
		}
	}
	m.stated, m.sure = m.stated/float64(len(b.Links)), m.sure/float64(len(b.Links))
	for _, e := range b.Entities {
		m.kinds[e.Kind]++
		m.degrees[e.Kind] = append(m.degrees[e.Kind], degree[e.ID])
		m.degrees[""] = append(m.degrees[""], degree[e.ID])
	}
	for _, p := range b.Passages {
		m.linksPerPassage = append(m.linksPerPassage, told[p.ID])
	}
	m.notes, m.passages = float64(len(b.Notes)), float64(len(b.Passages))
	m.groups(b)
	for _, d := range m.degrees {
		slices.Sort(d)
	}
	slices.Sort(m.linksPerPassage)
	slices.Sort(m.passagesPerLink)
	return m
}

// groups counts the groups of events, institutions and themes, roughly as answers do.
func (m *measured) groups(b graph.Bundle) {
	own := map[string]map[string]bool{}
	add := func(id string, groups ...string) {
		if own[id] == nil {
			own[id] = map[string]bool{}
		}
		for _, g := range groups {
			own[id][g] = true
		}
	}
	for _, l := range b.Links {
		joint := l.Type == graph.Holds || l.Type == graph.CommitsTo || l.Type == graph.Runs && l.Properties.Text("role") != "mentions"
		if joint && graph.KindOf(l.From) == graph.WorkingGroup {
			add(l.To, l.From)
		}
	}
	for _, e := range b.Entities {
		if n := len(own[e.ID]); n > 0 {
			m.tied = append(m.tied, float64(n))
		}
	}
	keys := func(set map[string]bool) (out []string) {
		for k := range set {
			out = append(out, k)
		}
		return out
	}
	for _, l := range b.Links {
		switch {
		case l.Type == graph.CoChairs || l.Type == graph.ParticipatesIn && l.Properties.Text("role") != "mentioned" && graph.KindOf(l.To) == graph.WorkingGroup:
			add(l.From, l.To)
		case l.Type == graph.InvolvedIn || l.Type == graph.ResponsibleFor || l.Type == graph.ParticipatesIn && len(own[l.To]) == 1:
			add(l.From, keys(own[l.To])...)
		case l.Type == graph.Addresses && graph.KindOf(l.From) == graph.WorkingGroup:
			add(l.To, l.From)
		case l.Type == graph.Addresses:
			add(l.To, keys(own[l.From])...)
		}
	}
	for _, e := range b.Entities {
		switch e.Kind {
		case graph.Institution:
			m.groupsPerBody = append(m.groupsPerBody, float64(len(own[e.ID])))
		case graph.Theme:
			m.groupsPerTheme = append(m.groupsPerTheme, float64(len(own[e.ID])))
		}
	}
	slices.Sort(m.groupsPerBody)
	slices.Sort(m.groupsPerTheme)
	slices.Sort(m.tied)
}

// gini is 0 where all have the same and near 1 where one has all; xs ascend.
func gini(xs []float64) float64 {
	sum, weighted := 0.0, 0.0
	for i, x := range xs {
		sum += x
		weighted += float64(2*i-len(xs)+1) * x
	}
	if sum == 0 {
		return 0
	}
	return weighted / (float64(len(xs)) * sum)
}

// quantile is the value below which a share of xs lies; xs ascend.
func quantile(xs []float64, share float64) float64 { return xs[int(share*float64(len(xs)-1))] }

func mean(xs []float64) float64 {
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	return sum / float64(max(1, len(xs)))
}

// share is the part of xs that is at least x.
func share(xs []float64, x float64) float64 {
	n := 0
	for _, y := range xs {
		if y >= x {
			n++
		}
	}
	return float64(n) / float64(max(1, len(xs)))
}
