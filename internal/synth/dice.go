package synth

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

// dice draws from one PCG, in ways that give the same on every processor: integers by the upper half of a product, reals by
// exact division, normals by a sum of integers, and exp with rounded products.
type dice struct{ pcg *rand.PCG }

// newDice are the dice of a seed's stream; other streams of the seed are independent of it.
func newDice(seed, stream uint64) *dice { return &dice{rand.NewPCG(seed, stream)} }

// below draws from 0 … n-1; n must be at least 1.
func (d *dice) below(n int) int {
	hi, _ := bits.Mul64(d.pcg.Uint64(), uint64(n))
	return int(hi)
}

// early draws from 0 … n-1, early ones more often: half the draws fall on the first quarter.
func (d *dice) early(n int) int {
	u := d.unit()
	return int(float64(float64(u*u) * float64(n)))
}

// unit draws from [0, 1).
func (d *dice) unit() float64 { return float64(d.pcg.Uint64()>>11) / (1 << 53) }

// yes is true with probability p.
func (d *dice) yes(p float64) bool { return d.unit() < p }

// normal draws a standard normal, near enough: the sum of twelve uniforms, which never leaves ±6.
func (d *dice) normal() float64 {
	sum := uint64(0)
	for range 6 {
		u := d.pcg.Uint64()
		sum += u>>32 + u&math.MaxUint32
	}
	return (float64(sum) - 6*(1<<32)) / (1 << 32)
}

// poisson draws a count with the given mean, which may be 0.
func (d *dice) poisson(mean float64) int {
	n := 0
	for ; mean > 16; mean -= 16 {
		n += d.poisson(16)
	}
	limit, p := exp(-mean), d.unit()
	for p > limit {
		n++
		p = float64(p * d.unit())
	}
	return n
}

// weighted draws an index by weight; -1 where no weight is above 0.
func (d *dice) weighted(weights []float64) int {
	total, last := 0.0, -1
	for i, w := range weights {
		if w > 0 {
			total += w
			last = i
		}
	}
	at := float64(d.unit() * total)
	for i, w := range weights {
		if w <= 0 {
			continue
		}
		if at -= w; at < 0 {
			return i
		}
	}
	return last
}

// round is x up or down by chance, so that means are kept.
func (d *dice) round(x float64) int {
	whole := math.Floor(x)
	if d.yes(x - whole) {
		whole++
	}
	return int(whole)
}

// pick draws one of a list.
func pick[T any](d *dice, list []T) T { return list[d.below(len(list))] }

// choice is something with its weight in the edition of 2018.
type choice[T any] struct {
	value  T
	weight float64
}

// choose draws one by weight.
func choose[T any](d *dice, list []choice[T]) T {
	total := 0.0
	for _, c := range list {
		total += c.weight
	}
	at := float64(d.unit() * total)
	for _, c := range list {
		if at -= c.weight; at < 0 {
			return c.value
		}
	}
	return list[len(list)-1].value
}

// exp is e^x with the same bits on every processor, which math.Exp does not promise.
func exp(x float64) float64 {
	k := math.Floor(x/math.Ln2 + 0.5)
	r := x - float64(k*math.Ln2)
	sum, term := 1.0, 1.0
	for i := 1; i <= 18; i++ {
		term = float64(term*r) / float64(i)
		sum += term
	}
	return math.Ldexp(sum, int(k))
}
