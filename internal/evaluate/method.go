package evaluate

import (
	"cmp"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// The methods that are compared. The first four are ours.
const (
	Crosswalk   = "crosswalk"            // the published order of links: band, S, C
	Score       = "score"                // S, ties by C: the same without bands
	Opportunity = "opportunity"          // the published order of opportunities: level, Ω
	InCommon    = "in common"            // Ω of all pairs, whether the list holds them or not
	Random      = "random"               // no order at all
	Size        = "size"                 // product of how much each group does
	Common      = "common count"         // things in common
	Jaccard     = "jaccard"              // things in common of all that either has
	Resource    = "resource allocation"  // things in common, each 1/(how many have it)
	Association = "association strength" // things in common, over the product of how many each has
	Persistence = "persistence"          // joint events of the newest edition
	Promises    = "promises"             // those of them that are still to come
	Count       = "event count"          // joint events of all editions, whatever their age and status
	Oracle      = "oracle"               // the affinity and sizes behind a synthetic partnership; what was intended, which rankings see, it does not know
)

// Baselines are the methods that anyone could compute without ours.
var Baselines = []string{Random, Size, Common, Jaccard, Resource, Association, Persistence, Promises, Count}

// view is a partnership as of one year, with what every method needs.
type view struct {
	model   *crosswalk.Model
	ranking *crosswalk.Ranking
	asOf    int
	busy    []float64             // by group: projects, sessions and commitments of its own or joint
	have    []map[graph.Node]bool // by group: institutions and themes
	joint   map[[2]int][]told     // by pair: what ties it
}

// told is one event that ties a pair.
type told struct {
	event *crosswalk.Event
	first int // year of the first edition that tells of it
	last  int // and of the newest
}

// newView reads a snapshot of the world as of a year. Errors: those of crosswalk.NewModel.
func (w world) newView(s *graph.Snapshot, asOf int) (*view, error) {
	m, err := crosswalk.NewModel(s, crosswalk.Options{Partnership: w.partnership, AsOf: asOf, Parameters: w.parameters})
	if err != nil {
		return nil, err
	}
	v := &view{model: m, ranking: m.Rank(), asOf: m.AsOf, joint: map[[2]int][]told{}}
	for g, n := range m.Groups() {
		v.have = append(v.have, map[graph.Node]bool{})
		v.busy = append(v.busy, v.activity(n))
		for _, t := range m.Snapshot().Nodes(graph.Theme) {
			if slices.Contains(m.ThemeGroups(t), g) {
				v.have[g][t] = true
			}
		}
		for _, z := range m.Snapshot().Nodes(graph.Institution) {
			if m.Excluded(z) == "" && slices.Contains(m.PartnerGroups(z), g) {
				v.have[g][z] = true
			}
		}
	}
	for _, e := range m.Events() {
		if e.Class == crosswalk.Dropped {
			continue
		}
		t := v.tellings(e)
		for i, a := range e.Groups {
			for _, b := range e.Groups[i+1:] {
				v.joint[[2]int{a, b}] = append(v.joint[[2]int{a, b}], t)
			}
		}
	}
	return v, nil
}

// activity is how many projects, sessions and commitments are a group's.
func (v *view) activity(g graph.Node) float64 {
	s, n := v.model.Snapshot(), 0
	for _, t := range []graph.LinkType{graph.Holds, graph.Runs, graph.CommitsTo} {
		for _, e := range s.Out(g, t) {
			if s.Link(e).Properties.Text("role") != "mentions" {
				n++
			}
		}
	}
	return float64(n)
}

// tellings says in which editions an event is told.
func (v *view) tellings(e *crosswalk.Event) told {
	s, t := v.model.Snapshot(), told{event: e, first: 9999}
	year := map[string]int{}
	for _, r := range s.Reports() {
		year[r.ID] = r.Year
	}
	if e.Node >= 0 {
		for _, r := range s.Entity(e.Node).Reports() {
			t.first, t.last = min(t.first, year[r]), max(t.last, year[r])
		}
	}
	for _, l := range e.Links {
		years := s.Link(l).Years
		t.first, t.last = min(t.first, years[0]), max(t.last, years[len(years)-1])
	}
	return t
}

// pair is two groups by number, the smaller first.
type pair = [2]int

// scores are the scores of the pairs by method: every one that ranks all pairs of groups and needs no truth.
func (v *view) scores(pairs []pair) map[string][]float64 {
	out := map[string][]float64{Random: make([]float64, len(pairs))}
	facts := make([]crosswalk.Facts, len(pairs))
	for i, p := range pairs {
		facts[i] = v.ranking.Facts(p[0], p[1])
		for method, score := range v.baselines(p) {
			out[method] = append(out[method], score)
		}
	}
	out[Crosswalk] = places(len(pairs), func(i, k int) int {
		return cmp.Or(cmp.Compare(bandPlace(facts[i].Band), bandPlace(facts[k].Band)), byScore(facts[i], facts[k]))
	})
	out[Score] = places(len(pairs), func(i, k int) int { return byScore(facts[i], facts[k]) })
	return out
}

func byScore(x, y crosswalk.Facts) int { return cmp.Or(cmp.Compare(y.S, x.S), cmp.Compare(y.C, x.C)) }

func bandPlace(b crosswalk.Band) int { return slices.Index(crosswalk.Bands, b) }

// opportunities scores pairs that nothing ties: by their place in the published list of new opportunities, those that it does
// not hold level behind it with 0; and by Ω alone, listed or not.
func (v *view) opportunities(pairs []pair) (listed, omega []float64) {
	all := opportunity.OfGroups(v.ranking, opportunity.Defaults(), nil)
	place := map[string]float64{}
	list, err := all.List(opportunity.Query{Kind: opportunity.New})
	if err == nil { // the query is one of ours
		for i, o := range list {
			place[o.ID] = float64(len(list) - i)
		}
	}
	for _, p := range pairs {
		f := all.Facts(p[0], p[1])
		listed = append(listed, place[opportunity.ID(v.id(p[0]), v.id(p[1]))])
		omega = append(omega, graph.Round12(f.InCommon*f.NotYet))
	}
	return listed, omega
}

func (v *view) id(g int) string { return v.model.Snapshot().ID(v.model.Groups()[g]) }

// baselines scores one pair by every baseline but chance.
func (v *view) baselines(p pair) map[string]float64 {
	a, b := v.have[p[0]], v.have[p[1]]
	common, resource := 0.0, 0.0
	for _, n := range v.shared(a, b) {
		common++
		resource += 1 / float64(v.holders(n))
	}
	out := map[string]float64{Size: v.busy[p[0]] * v.busy[p[1]], Common: common, Jaccard: 0, Resource: graph.Round12(resource), Association: 0, Persistence: 0, Promises: 0, Count: float64(len(v.joint[p]))}
	if common > 0 {
		out[Jaccard] = common / (float64(len(a)+len(b)) - common)
		out[Association] = common / (float64(len(a)) * float64(len(b)))
	}
	for _, t := range v.joint[p] {
		if t.last == v.asOf {
			out[Persistence]++
			if t.event.ToCome() {
				out[Promises]++
			}
		}
	}
	return out
}

// shared lists what is in both, ascending.
func (v *view) shared(a, b map[graph.Node]bool) []graph.Node {
	var out []graph.Node
	for n := range a {
		if b[n] {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// holders is how many groups have an institution or theme.
func (v *view) holders(n graph.Node) int {
	c := 0
	for g := range v.have {
		if v.have[g][n] {
			c++
		}
	}
	return c
}
