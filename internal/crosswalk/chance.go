package crosswalk

import (
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
// there is no chance at all, and the second result says why.
func (m *Model) chances() (map[[2]int]Chance, string) {
	rows := m.chanceRows()
	p, ok := fitDegrees(rows, len(m.groups))
	if !ok {
		return nil, "the degree sequence model did not converge"
	}
	type result struct {
		pair [2]int
		Chance
	}
	var all []result
	for a := range m.groups {
		for b := a + 1; b < len(m.groups); b++ {
			c := Chance{}
			probs := make([]float64, len(rows))
			for i, row := range rows {
				probs[i] = float64(p[i][a] * p[i][b])
				c.Expected += probs[i]
				if slices.Contains(row, a) && slices.Contains(row, b) {
					c.Observed++
				}
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
			c := r.Chance
			if c.Expected > 0 {
				c.Lift = graph.Round12(float64(c.Observed) / c.Expected)
			}
			c.Expected, c.P, c.Q = graph.Round12(c.Expected), graph.Round12(c.P), graph.Round12(c.Q)
			out[r.pair] = c
		}
	}
	return out, ""
}

// chanceRows lists, for each institution that counts and adds something beyond its parts, the groups that it takes part in.
func (m *Model) chanceRows() [][]int {
	var rows [][]int
	for _, z := range m.snap.Nodes(graph.Institution) {
		gs := m.partner.groups[z]
		if len(gs) == 0 || m.partner.excluded[z] != "" {
			continue
		}
		told := false
		for _, part := range m.partner.withParts(z)[1:] {
			told = told || m.partner.excluded[part] == "" && slices.Equal(m.partner.groups[part], gs)
		}
		if !told {
			rows = append(rows, gs)
		}
	}
	return rows
}

// fitDegrees gives p[i][g] = x_g·y_i/(1 + x_g·y_i) whose row and column sums are the degrees of the 0/1 matrix given by
// rows. Empty rows and columns get 0 and full ones 1 and are peeled off until none is left; the rest is fitted by degree
// class with a fixed point iteration to 1e-8 within 10,000 steps. ok is false where that does not converge.
func fitDegrees(rows [][]int, cols int) (p [][]float64, ok bool) {
	p = make([][]float64, len(rows))
	for i := range p {
		p[i] = make([]float64, cols)
	}
	k := peel(rows, cols, p)
	if len(k.rows) == 0 || len(k.cols) == 0 {
		return p, true
	}
	x, y, ok := k.fit()
	if !ok {
		return nil, false
	}
	for i, r := range k.rows {
		for j, c := range k.cols {
			xy := float64(x[j] * y[i])
			p[r][c] = xy / (1 + xy)
		}
	}
	return p, true
}

// kernel is what is left of the matrix after peeling, with the degrees within it.
type kernel struct {
	rows, cols     []int
	rowDeg, colDeg []int
}

func peel(rows [][]int, cols int, p [][]float64) kernel {
	rowIn, colIn := make([]bool, len(rows)), make([]bool, cols)
	for i := range rowIn {
		rowIn[i] = true
	}
	for g := range colIn {
		colIn[g] = true
	}
	for {
		k := degrees(rows, rowIn, colIn)
		changed := false
		for i, r := range k.rows {
			if d := k.rowDeg[i]; d == 0 || d == len(k.cols) {
				rowIn[r], changed = false, true
				for _, c := range k.cols {
					p[r][c] = float64(min(d, 1))
				}
			}
		}
		if changed {
			continue
		}
		for j, c := range k.cols {
			if d := k.colDeg[j]; d == 0 || d == len(k.rows) {
				colIn[c], changed = false, true
				for _, r := range k.rows {
					p[r][c] = float64(min(d, 1))
				}
			}
		}
		if !changed {
			return k
		}
	}
}

func degrees(rows [][]int, rowIn, colIn []bool) kernel {
	var k kernel
	colDeg := make([]int, len(colIn))
	for i, row := range rows {
		if !rowIn[i] {
			continue
		}
		d := 0
		for _, g := range row {
			if colIn[g] {
				d++
				colDeg[g]++
			}
		}
		k.rows, k.rowDeg = append(k.rows, i), append(k.rowDeg, d)
	}
	for g, in := range colIn {
		if in {
			k.cols, k.colDeg = append(k.cols, g), append(k.colDeg, colDeg[g])
		}
	}
	return k
}

// fit iterates y_i ← d_i / Σ_g x_g/(1 + x_g·y_i) and the same for x until the sums fit the degrees.
func (k kernel) fit() (x, y []float64, ok bool) {
	x, y = make([]float64, len(k.cols)), make([]float64, len(k.rows))
	total := 0.0
	for _, d := range k.rowDeg {
		total += float64(d)
	}
	for j, d := range k.colDeg {
		x[j] = float64(d) / math.Sqrt(total)
	}
	for i, d := range k.rowDeg {
		y[i] = float64(d) / math.Sqrt(total)
	}
	for range 10_000 {
		step(y, k.rowDeg, x)
		step(x, k.colDeg, y)
		if misfit(y, k.rowDeg, x) < 1e-8 {
			return x, y, true
		}
	}
	return nil, nil, false
}

// step updates u from v, once for each degree class of u.
func step(u []float64, deg []int, v []float64) {
	done := map[int]float64{}
	for i, d := range deg {
		if val, ok := done[d]; ok {
			u[i] = val
			continue
		}
		sum := 0.0
		for _, w := range v {
			sum += w / (1 + float64(w*u[i]))
		}
		u[i] = float64(d) / sum
		done[d] = u[i]
	}
}

// misfit is the greatest distance of a row's sum from its degree.
func misfit(y []float64, deg []int, x []float64) float64 {
	worst := 0.0
	for i, d := range deg {
		sum := 0.0
		for _, w := range x {
			xy := float64(w * y[i])
			sum += xy / (1 + xy)
		}
		worst = math.Max(worst, math.Abs(sum-float64(d)))
	}
	return worst
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
