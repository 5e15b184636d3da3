package crosswalk

import "math"

// fitDegrees gives p[d][g] = x_g·y_d/(1 + x_g·y_d), the probability that an institution of degree d takes part in group g:
// their sums over rows and columns are the degrees of the 0/1 matrix given by rows, each the ascending columns of its ones.
// Empty rows and columns get 0 and full ones 1 and are peeled off until none is left; the rest is fitted by degree
// class with a fixed point iteration, to 1e-8 in every row and column within 10,000 steps. ok is false where that does not converge.
func fitDegrees(rows [][]int, cols int) (p [][]float64, ok bool) {
	k := newKernel(rows, cols)
	p = k.peel()
	x, y, ok := k.fit()
	if !ok {
		return nil, false
	}
	for i, d := range k.rows {
		for j, c := range k.cols {
			xy := float64(x[j] * y[i])
			p[d][c] = xy / (1 + xy)
		}
	}
	return p, true
}

// kernel is what is left of a matrix while it is peeled: classes of rows with one degree, and columns.
type kernel struct {
	size         int       // columns of the whole matrix
	rows, cols   []int     // degree in the whole matrix of each class; number of each column
	count        []float64 // rows of each class
	rowDeg, cDeg []float64 // degrees within what is left
}

func newKernel(rows [][]int, cols int) kernel {
	k := kernel{size: cols}
	count, deg := make([]float64, cols+1), make([]float64, cols)
	for _, row := range rows {
		count[len(row)]++
		for _, g := range row {
			deg[g]++
		}
	}
	for d, n := range count {
		if n > 0 {
			k.rows, k.count, k.rowDeg = append(k.rows, d), append(k.count, n), append(k.rowDeg, float64(d))
		}
	}
	for g, d := range deg {
		k.cols, k.cDeg = append(k.cols, g), append(k.cDeg, d)
	}
	return k
}

// peel takes off rows and columns that are empty or full until none is left and returns their probabilities, by degree and
// column; the rest of it is zero. Rows of one degree stay alike all the way: what is taken off is empty, or full for all.
func (k *kernel) peel() [][]float64 {
	p := make([][]float64, k.size+1)
	for d := range p {
		p[d] = make([]float64, k.size)
	}
	for k.peelRow(p) || k.peelColumn(p) {
	}
	return p
}

// peelRow takes off one class of rows that is empty or full, where there is one.
func (k *kernel) peelRow(p [][]float64) bool {
	for i, d := range k.rowDeg {
		if d != 0 && d != float64(len(k.cols)) {
			continue
		}
		for j, c := range k.cols {
			if d > 0 {
				p[k.rows[i]][c] = 1
				k.cDeg[j] -= k.count[i]
			}
		}
		k.rows, k.rowDeg, k.count = without(k.rows, i), without(k.rowDeg, i), without(k.count, i)
		return true
	}
	return false
}

// peelColumn takes off one column that is empty or full, where there is one.
func (k *kernel) peelColumn(p [][]float64) bool {
	all := 0.0
	for _, n := range k.count {
		all += n
	}
	for j, d := range k.cDeg {
		if d != 0 && d != all {
			continue
		}
		for i := range k.rows {
			if d > 0 {
				p[k.rows[i]][k.cols[j]] = 1
				k.rowDeg[i]--
			}
		}
		k.cols, k.cDeg = without(k.cols, j), without(k.cDeg, j)
		return true
	}
	return false
}

func without[T any](list []T, i int) []T { return append(append([]T{}, list[:i]...), list[i+1:]...) }

// fit iterates y_i ← d_i / Σ_g x_g/(1 + x_g·y_i) and the same for x until the sums fit the degrees.
func (k *kernel) fit() (x, y []float64, ok bool) {
	if len(k.rows) == 0 || len(k.cols) == 0 {
		return nil, nil, true
	}
	one, total := make([]float64, len(k.cols)), 0.0
	for j, d := range k.cDeg {
		one[j] = 1
		total += d
	}
	x, y = start(k.cDeg, total), start(k.rowDeg, total)
	for range 10_000 {
		step(y, k.rowDeg, x, one)
		step(x, k.cDeg, y, k.count)
		if misfit(y, k.rowDeg, x, one) < 1e-8 && misfit(x, k.cDeg, y, k.count) < 1e-8 {
			return x, y, true
		}
	}
	return nil, nil, false
}

func start(deg []float64, total float64) []float64 {
	u := make([]float64, len(deg))
	for i, d := range deg {
		u[i] = d / math.Sqrt(total)
	}
	return u
}

// step updates u from v, of which each stands for count many.
func step(u, deg, v, count []float64) {
	for i, d := range deg {
		sum := 0.0
		for j, w := range v {
			sum += count[j] * w / (1 + float64(w*u[i]))
		}
		u[i] = d / sum
	}
}

// misfit is the greatest distance of a sum from its degree.
func misfit(u, deg, v, count []float64) float64 {
	worst := 0.0
	for i, d := range deg {
		sum := 0.0
		for j, w := range v {
			wu := float64(w * u[i])
			sum += count[j] * wu / (1 + wu)
		}
		worst = math.Max(worst, math.Abs(sum-d))
	}
	return worst
}
