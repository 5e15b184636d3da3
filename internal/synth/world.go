package synth

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// World is one partnership on its way through the years. It is for one goroutine; worlds of other partnerships are
// independent of it.
type World struct {
	options Options
	dice    *dice
	id      string // partnership:synth-001
	short   string // synth-001
	year    int    // of the edition made last
	serial  int    // of whatever needs a number of its own
	latent  *latent
	truth   Truth

	groups   []group
	roster   []*body // institutions, by slot
	known    map[string]bool
	themes   []*theme
	projects []*project // told last year, and not over
	joints   []*joint   // told last year, and not over
	promises []*promise // commitments of one group told last year, open
	earlier  map[string]bool
}

// NewWorld is partnership number index, from 0, before its first year. Errors: those of Options.Check, and one that wraps
// graph.ErrInvalid for an index that the options do not have.
func NewWorld(o Options, index int) (*World, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	if index < 0 || index >= o.Partnerships {
		return nil, fmt.Errorf("partnership number %d; there are %d, from 0: %w", index, o.Partnerships, graph.ErrInvalid)
	}
	short := fmt.Sprintf("synth-%03d", index+1)
	w := &World{options: o, dice: newDice(o.Seed, uint64(index)), id: "partnership:" + short, short: short, year: o.FirstYear - 1,
		known: map[string]bool{}, earlier: map[string]bool{}}
	w.latent = newLatent(w.dice, o)
	w.makeGroups()
	w.truth = w.newTruth()
	w.makeThemes()
	w.makeRoster()
	return w, nil
}

// Truth is what stands behind the editions made so far. The caller must not change it.
func (w *World) Truth() Truth { return w.truth }

// Partnership is the partnership's id.
func (w *World) Partnership() string { return w.id }

// Next makes the edition of the next year: a valid bundle in canonical order. ok is false where all years have been made.
func (w *World) Next() (b graph.Bundle, ok bool) {
	if w.year+1 >= w.options.FirstYear+w.options.Years {
		return graph.Bundle{}, false
	}
	w.year++
	first := w.year == w.options.FirstYear
	w.latent.advance(w.dice, first)
	w.share(first)
	if !first {
		w.renew()
	}
	e := w.newEdition()
	e.tellGroups()
	e.tellMeetings()
	for g := range w.groups {
		if w.hasChapter(g) {
			e.tellChapter(g)
		}
	}
	e.tellJoint()
	e.tellReferences()
	e.coverBodies()
	e.tellScheme()
	e.finish()
	return e.bundle.Canonical(), true
}

// number is a serial number that nothing else of the partnership has.
func (w *World) number() int {
	w.serial++
	return w.serial
}

// scaled is a count of the edition of 2018 for as many groups as there are.
func (w *World) scaled(count float64) float64 {
	return count * float64(w.options.Groups) / profileGroups
}

// activeGroups lists the groups active this year.
func (w *World) activeGroups() []int {
	var out []int
	for g := range w.groups {
		if w.groups[g].activeIn(w.year) {
			out = append(out, g)
		}
	}
	return out
}

// portion is the share of group g in what all chapters of the year tell.
func (w *World) portion(g int) float64 {
	total := 0.0
	for k := range w.groups {
		if w.hasChapter(k) {
			total += w.latent.volume(k)
		}
	}
	return w.latent.volume(g) / total
}

// broad is from how many groups on what they share may be generic.
const broad = 4

// drawGroups draws n different groups out of allowed: the first by volume, the rest by how much they have to do with those
// drawn already, or, of what is broad, perhaps by volume too. Fewer where fewer are allowed.
func (w *World) drawGroups(n int, allowed []int) []int {
	var out []int
	generic := n >= broad && w.dice.yes(w.options.Generic)
	for len(out) < min(n, len(allowed)) {
		weights := make([]float64, len(allowed))
		for i, g := range allowed {
			switch {
			case slices.Contains(out, g):
			case (len(out) == 0 || generic) && !w.hasChapter(g):
				weights[i] = 0.1 * w.latent.volume(g) // little is told of it
			case len(out) == 0 || generic:
				weights[i] = w.latent.volume(g)
			default:
				for _, k := range out {
					weights[i] += w.latent.weight(g, k)
				}
			}
		}
		out = append(out, allowed[w.dice.weighted(weights)])
	}
	slices.Sort(out)
	return out
}
