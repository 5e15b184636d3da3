package crosswalk

import (
	"math"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// counted is one item that counts for a pair, with every factor of its weight.
type counted struct {
	event      *Event     // nil in context channels
	node       graph.Node // of institution or theme in context channels
	channel    Channel
	confidence float64
	offset     float64 // what dated events already account for, of an undated one
	weight     float64
	tellings   []*Event // further tellings of the same intention
}

// omission is something that was seen and not counted.
type omission struct {
	id   string
	rule string
	why  string
}

// tally is all that counts for a pair, and what does not.
type tally struct {
	a, b    int
	items   [numChannels][]counted
	omitted []omission
	next    []*Event // agreed, planned, proposed or possible events of the pair, counted or not
}

// Rules by which something is left out, as answers name them.
const (
	ruleDropped   = "dropped"
	rulePlenary   = "plenary"
	ruleIntention = "same-intention"
	ruleOccasion  = "same-occasion"
	ruleReference = "told-beside"
	ruleUndated   = "covered-by-dated"
	ruleExcluded  = "excluded-body"
	rulePart      = "part-counts"
)

// count applies the counting rules of the model to the pair of groups number a and b.
func (m *Model) count(a, b int) tally {
	t := tally{a: a, b: b}
	if a == b {
		return t
	}
	var direct, refs []*Event
	for _, e := range m.events {
		switch {
		case !e.holds(a) || !e.holds(b):
		case e.Class == Dropped:
			t.omit(e.ID, ruleDropped, "dropped")
		case e.Channel == ReferenceChannel:
			refs = append(refs, e)
		default:
			direct = append(direct, e)
			if e.toCome() {
				t.next = append(t.next, e)
			}
		}
	}
	for _, e := range m.plenary {
		if e.holds(a) && e.holds(b) {
			t.omit(e.ID, rulePlenary, "it ties most of the groups and belongs to the partnership")
		}
	}
	t.intentions(m, direct)
	t.references(m, refs)
	t.undated()
	t.context(m)
	return t
}

func (t *tally) omit(id, rule, why string) { t.omitted = append(t.omitted, omission{id, rule, why}) }

func (t *tally) add(c counted) { t.items[c.channel] = append(t.items[c.channel], c) }

// intentions counts one telling of each intention or occasion: the one with the greatest r·w at default parameters.
func (t *tally) intentions(m *Model, direct []*Event) {
	for _, tellings := range m.groupTellings(direct, t.a, t.b) {
		best := tellings[0]
		for _, e := range tellings[1:] {
			if w, v := defaultWorth(e, m.AsOf, t.a, t.b), defaultWorth(best, m.AsOf, t.a, t.b); w > v || w == v && e.ID < best.ID {
				best = e
			}
		}
		c := counted{event: best, node: best.Node, channel: best.Channel, confidence: best.confidence(t.a, t.b)}
		c.weight = c.confidence * best.Weight
		for _, e := range tellings {
			if e == best {
				continue
			}
			c.tellings = append(c.tellings, e)
			if e.Class == Done {
				t.omit(e.ID, ruleOccasion, "the same occasion as "+best.ID)
			} else {
				t.omit(e.ID, ruleIntention, "the same intention as "+best.ID)
			}
		}
		t.add(c)
	}
}

// defaultWorth is r·w of an event at default parameters, for the one choice of a telling.
func defaultWorth(e *Event, asOf, a, b int) float64 {
	d := Defaults()
	w := e.StatusW * ageWeight(asOf, e.Year, d.HalfLife, e.Dated) / float64(len(e.Groups)-1)
	return float64(d.Channel[e.Channel].R*e.confidence(a, b)) * w
}

// references counts a cross-reference unless its paragraphs already carry a counted event of the pair of the same class,
// or its topic is a counted intention's; one that tells no status belongs to every class.
func (t *tally) references(m *Model, refs []*Event) {
	for _, r := range refs {
		if by := t.coveredBy(m, r); by != "" {
			t.omit(r.ID, ruleReference, "told beside "+by)
			continue
		}
		q := r.confidence(t.a, t.b)
		t.add(counted{event: r, node: -1, channel: ReferenceChannel, confidence: q, weight: q * r.Weight})
	}
}

func (t *tally) coveredBy(m *Model, r *Event) string {
	open := map[string]bool{}
	for _, p := range r.places(t.a) {
		open[p] = true
	}
	by := ""
	for _, c := range []Channel{SessionChannel, ProjectChannel, CommitmentChannel} {
		for _, item := range t.items[c] {
			for _, e := range append([]*Event{item.event}, item.tellings...) {
				if m.topicOf(e, r.Topic) {
					return item.event.ID
				}
				if r.Class != Untold && r.Class != e.Class {
					continue
				}
				for _, p := range e.places(t.a, t.b) {
					if open[p] {
						delete(open, p)
						by = item.event.ID
					}
				}
			}
		}
	}
	if len(open) > 0 {
		return ""
	}
	return by
}

// undated lowers what is told of "earlier years": it counts only for what exceeds the pair's done events of the channel
// dated in years before the edition that tells it.
func (t *tally) undated() {
	for _, c := range []Channel{SessionChannel, ProjectChannel} {
		items := t.items[c]
		sort.SliceStable(items, func(i, k int) bool { return items[i].event.ID < items[k].event.ID })
		used := 0.0
		for i := range items {
			e := items[i].event
			if e.Dated || e.Class != Done {
				continue
			}
			dated := -used
			for _, other := range items {
				if o := other.event; o.Dated && o.Class == Done && o.Year < e.edition {
					dated += other.weight
				}
			}
			items[i].offset = math.Min(items[i].weight, math.Max(0, dated))
			used += items[i].offset
			items[i].weight -= items[i].offset
		}
		kept := items[:0]
		for _, it := range items {
			if it.offset > 0 && it.weight == 0 {
				t.omit(it.event.ID, ruleUndated, "earlier years are told by dated events already")
				continue
			}
			kept = append(kept, it)
		}
		t.items[c] = kept
	}
}

// context adds what both groups have in common: shared institutions and themes, each 1/(d-1).
func (t *tally) context(m *Model) {
	for _, z := range m.SharedPartners(t.a, t.b) {
		w := 1 / float64(len(m.partner.groups[z])-1)
		t.add(counted{node: z, channel: InstitutionChannel, confidence: 1, weight: w})
	}
	for _, z := range m.snap.Nodes(graph.Institution) {
		if !m.sharedBy(z, []int{t.a, t.b}) {
			continue
		}
		if why := m.partner.excluded[z]; why != "" {
			t.omit(m.snap.ID(z), ruleExcluded, why)
		} else if m.partShared(z, []int{t.a, t.b}) {
			t.omit(m.snap.ID(z), rulePart, "a part of it is shared and counts")
		}
	}
	for _, th := range m.SharedThemes(t.a, t.b) {
		w := 1 / float64(len(m.themes.groups[th])-1)
		t.add(counted{node: th, channel: ThemeChannel, confidence: 1, weight: w})
	}
}
