package synth

import (
	"fmt"
	"math"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// TruthFormat is the format of the file that tells what stands behind a partnership.
const TruthFormat = "crosswalk-truth/1"

// Truth is what stands behind the editions of one partnership and what no bundle tells. The rate of new joint events of a
// pair in a year is, up to a factor that is the same for all pairs of the year,
//
//	exp(spread · (√affinity·z + √size·(s_a + s_b)/√2 + √chance·ε))
//
// with the shares of Options, z the pair's affinity in that year, s the sizes of its groups, ε drawn for pair and year, all
// standard normal; 0 where a group is not active.
type Truth struct {
	Format      string       `json:"format"`
	Partnership string       `json:"partnership"`
	Options     Options      `json:"options"`
	Years       []int        `json:"years"`
	Groups      []TruthGroup `json:"groups"` // in the order of Pairs; not of ids
	Pairs       []TruthPair  `json:"pairs"`
}

// TruthGroup is one group.
type TruthGroup struct {
	ID   string  `json:"id"`
	Size float64 `json:"size"` // standard normal
	From int     `json:"from"` // first and last year in which it is active
	To   int     `json:"to"`
}

// TruthPair is one pair of groups, each list parallel to Years.
type TruthPair struct {
	A        string    `json:"a"`
	B        string    `json:"b"`
	Affinity []float64 `json:"affinity"` // standard normal
	Rate     []float64 `json:"rate"`     // new joint events expected, that year's chance included
}

// spread is the standard deviation of the logarithm of a pair's rate: as uneven as the joint events of 2018, which tie 8 of
// 28 pairs and of which three pairs have most.
const spread = 2.2

// latent is the truth as it stands in one year.
type latent struct {
	shares   Shares
	memory   float64
	size     []float64   // of groups
	affinity [][]float64 // of groups a > b at [a][b]
	chance   [][]float64
}

func newLatent(d *dice, o Options) *latent {
	l := &latent{shares: o.Shares, memory: o.Memory}
	for a := range o.Groups {
		l.size = append(l.size, d.normal())
		row := make([]float64, a)
		for b := range row {
			row[b] = d.normal()
		}
		l.affinity, l.chance = append(l.affinity, row), append(l.chance, make([]float64, a))
	}
	return l
}

// advance is the next year: affinities drift, and chance is drawn anew. The first year only draws chance.
func (l *latent) advance(d *dice, first bool) {
	fresh := math.Sqrt(1 - float64(l.memory*l.memory))
	for a := range l.affinity {
		for b := range a {
			if !first {
				l.affinity[a][b] = float64(l.memory*l.affinity[a][b]) + float64(fresh*d.normal())
			}
			l.chance[a][b] = d.normal()
		}
	}
}

// weight is the pair's rate up to the common factor.
func (l *latent) weight(a, b int) float64 {
	if a == b {
		return 0
	}
	a, b = max(a, b), min(a, b)
	s := l.shares
	sum := float64(math.Sqrt(s.Affinity)*l.affinity[a][b]) + float64(math.Sqrt(s.Size)*(l.size[a]+l.size[b]))/math.Sqrt2
	sum += float64(math.Sqrt(s.Chance) * l.chance[a][b])
	return exp(float64(spread * sum))
}

// volume is how much a group's chapter tells, relative to the others'.
func (l *latent) volume(g int) float64 { return exp(float64(0.8 * l.size[g])) }

// newTruth is the truth before any year.
func (w *World) newTruth() Truth {
	t := Truth{Format: TruthFormat, Partnership: w.id, Options: w.options}
	for g, x := range w.groups {
		t.Groups = append(t.Groups, TruthGroup{ID: x.id, Size: graph.Round12(w.latent.size[g]), From: x.from, To: x.to})
		for b := range g {
			t.Pairs = append(t.Pairs, TruthPair{A: x.id, B: w.groups[b].id})
		}
	}
	return t
}

// record adds the present year to the truth; rates holds the expected joint events at [a][b], a > b.
func (w *World) record(rates [][]float64) {
	t := &w.truth
	t.Years = append(t.Years, w.year)
	i := 0
	for a := range w.groups {
		for b := range a {
			p := &t.Pairs[i]
			p.Affinity = append(p.Affinity, graph.Round12(w.latent.affinity[a][b]))
			p.Rate = append(p.Rate, graph.Round12(rates[a][b]))
			i++
		}
	}
}

// At is the place of a year in Years. The error wraps graph.ErrNotFound.
func (t Truth) At(year int) (int, error) {
	if i := year - t.Options.FirstYear; i >= 0 && i < len(t.Years) {
		return i, nil
	}
	return 0, fmt.Errorf("the truth of %s does not tell of %d: %w", t.Partnership, year, graph.ErrNotFound)
}
