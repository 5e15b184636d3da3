package crosswalk

import (
	"context"
	"math"
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// minShared is the fewest shared institutions for which chance is shown.
const minShared = 3

// chances compares, for every pair of groups with at least three shared institutions, the shared ones with what the
// stochastic degree sequence model expects (Neal 2014; the bipartite configuration model of Saracco et al. 2015): given
// only how many groups each institution takes part in and how many institutions each group has. p is the upper tail
// of the Poisson-binomial overlap, q its Benjamini-Hochberg adjustment over all pairs. Where the model does not converge
// there is no chance at all, and the second result says why. It is broken off with the cause of ctx's end.
func (m *Model) chances(ctx context.Context) (map[[2]int]Chance, string, error) {
	rows := m.chanceRows()
	p, ok := fitDegrees(rows, len(m.groups))
	if !ok {
		return nil, "the degree sequence model did not converge", nil
	}
	shared := overlaps(rows)
	type result struct {
		pair [2]int
		Chance
	}
	var all []result
	probs := make([]float64, len(rows))
	for a := range m.groups {
		if ctx.Err() != nil {
			return nil, "", context.Cause(ctx)
		}
		for b := a + 1; b < len(m.groups); b++ {
			c := Chance{Observed: shared[[2]int{a, b}]}
			for i, row := range rows {
				probs[i] = float64(p[len(row)][a] * p[len(row)][b])
				c.Expected += probs[i]
			}
			c.P = poissonBinomialTail(probs, c.Observed)
			all = append(all, result{[2]int{a, b}, c})
		}
	}
	sort.SliceStable(all, func(i, k int) bool { return all[i].P < all[k].P })
	q := 1.0
	for i := len(all) - 1; i >= 0; i-- {
		q = math.Min(q, all[i].P*float64(len(all))/float64(i+1))
		all[i].Q = q
	}
	out := map[[2]int]Chance{}
	for _, r := range all {
		if r.Observed >= minShared {
			out[r.pair] = r.Chance.rounded()
		}
	}
	return out, "", nil
}

// rounded is the chance as it leaves the program, with its lift.
func (c Chance) rounded() Chance {
	if c.Expected > 0 {
		c.Lift = graph.Round12(float64(c.Observed) / c.Expected)
	}
	c.Expected, c.P, c.Q = graph.Round12(c.Expected), graph.Round12(c.P), graph.Round12(c.Q)
	return c
}

// overlaps counts the rows that hold both of two columns.
func overlaps(rows [][]int) map[[2]int]int {
	n := map[[2]int]int{}
	for _, row := range rows {
		for i, a := range row {
			for _, b := range row[i+1:] {
				n[[2]int{a, b}]++
			}
		}
	}
	return n
}

// chanceRows lists, for each institution that counts and adds something beyond its parts, the groups that it takes part in.
func (m *Model) chanceRows() [][]int {
	var rows [][]int
	for _, z := range m.partner.all {
		gs := m.partner.groups[z]
		if len(gs) == 0 || m.Excluded(z) != "" {
			continue
		}
		told := false
		for _, part := range m.partner.withParts(z)[1:] {
			told = told || m.Excluded(part) == "" && slices.Equal(m.partner.groups[part], gs)
		}
		if !told {
			rows = append(rows, gs)
		}
	}
	return rows
}

// poissonBinomialTail is P(X ≥ n) for the sum X of independent trials with the given probabilities.
func poissonBinomialTail(probs []float64, n int) float64 {
	if n <= 0 {
		return 1
	}
	dist := make([]float64, n+1) // dist[k] = P(X = k) for k < n, dist[n] = P(X ≥ n)
	dist[0] = 1
	for _, p := range probs {
		for k := n; k >= 0; k-- {
			switch {
			case k == n:
				dist[n] += float64(dist[n-1] * p)
			case k > 0:
				dist[k] = float64(dist[k]*(1-p)) + float64(dist[k-1]*p)
			default:
				dist[0] *= 1 - p
			}
		}
	}
	return math.Min(1, dist[n])
}
