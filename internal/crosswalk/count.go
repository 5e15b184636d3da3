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

// tally is all that counts for some groups, and what does not.
type tally struct {
	groups  []int // two or more, ascending
	items   [numChannels][]counted
	omitted []LeftOut
	next    []*Event // agreed, planned, proposed or possible events of the groups, counted or not
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

// count applies the counting rules of the model to a pair of groups: what they do together and what they have in common.
func (m *Model) count(a, b int) tally {
	t := m.direct(a, b)
	m.context(&t)
	return t
}

// direct applies the counting rules of the model to the events that hold all the given groups, two or more.
func (m *Model) direct(groups ...int) tally {
	t := tally{groups: groups}
	var told, refs []*Event
	for _, e := range m.of[groups[0]] {
		switch {
		case !e.Holds(groups...):
		case e.Class == Dropped:
			m.omit(&t, e, ruleDropped, "dropped")
		case e.Channel == ReferenceChannel:
			refs = append(refs, e)
		default:
			told = append(told, e)
			if e.ToCome() {
				t.next = append(t.next, e)
			}
		}
	}
	for _, e := range m.plenary {
		if e.Holds(groups...) {
			m.omit(&t, e, rulePlenary, "it ties most of the groups and belongs to the partnership")
		}
	}
	m.intentions(&t, told)
	m.uncovered(&t, refs)
	m.undated(&t)
	return t
}

// omit leaves an event out.
func (m *Model) omit(t *tally, e *Event, rule, why string) {
	_, _, name := m.identify(e)
	t.omitted = append(t.omitted, LeftOut{ID: e.ID, Name: name, Rule: rule, Why: why})
}

func (t *tally) add(c counted) { t.items[c.channel] = append(t.items[c.channel], c) }

// intentions counts one telling of each intention or occasion: the one with the greatest r·w at default parameters.
func (m *Model) intentions(t *tally, told []*Event) {
	for _, tellings := range m.groupTellings(told) {
		best := tellings[0]
		for _, e := range tellings[1:] {
			if w, v := defaultWorth(e, m.AsOf, t.groups), defaultWorth(best, m.AsOf, t.groups); w > v || w == v && e.ID < best.ID {
				best = e
			}
		}
		c := counted{event: best, node: best.Node, channel: best.Channel, confidence: best.confidence(t.groups...)}
		c.weight = c.confidence * best.Weight
		for _, e := range tellings {
			if e == best {
				continue
			}
			c.tellings = append(c.tellings, e)
			if e.Class == Done {
				m.omit(t, e, ruleOccasion, "the same occasion as "+best.ID)
			} else {
				m.omit(t, e, ruleIntention, "the same intention as "+best.ID)
			}
		}
		t.add(c)
	}
}

// defaultWorth is r·w of an event at default parameters, for the one choice of a telling.
func defaultWorth(e *Event, asOf int, groups []int) float64 {
	d := Defaults()
	w := e.StatusW * ageWeight(asOf, e.Year, d.HalfLife, e.Dated) / float64(len(e.Groups)-1)
	return d.Channel[e.Channel].R * e.confidence(groups...) * w
}

// uncovered counts a cross-reference unless its paragraphs already carry counted events of the groups of the same class, or
// its topic is a counted intention's; one that tells no status belongs to every class.
func (m *Model) uncovered(t *tally, refs []*Event) {
	for _, r := range refs {
		if by := m.coveredBy(t, r); by != "" {
			m.omit(t, r, ruleReference, "told beside "+by)
			continue
		}
		q := r.confidence(t.groups...)
		t.add(counted{event: r, node: -1, channel: ReferenceChannel, confidence: q, weight: q * r.Weight})
	}
}

// coveredBy is the id of a counted event by which a reference is covered, empty where it is not.
func (m *Model) coveredBy(t *tally, r *Event) string {
	open := map[string]bool{}
	for _, p := range r.places(t.groups[0]) {
		open[p] = true
	}
	by := ""
	for _, c := range Channels[:ReferenceChannel] {
		for _, item := range t.items[c] {
			for _, e := range append([]*Event{item.event}, item.tellings...) {
				if m.topicOf(e, r.Topic) && (r.Class == Untold || (r.Class == Done) == (e.Class == Done)) {
					return item.event.ID // what was done is never one with what is to come
				}
				if r.Class != Untold && e.Class != Untold && r.Class != e.Class {
					continue
				}
				for _, p := range e.places(t.groups...) {
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

// undated lowers the sessions told of "earlier years": they count only for what exceeds the groups' sessions held that are
// dated in years before the edition that tells them.
func (m *Model) undated(t *tally) {
	items := t.items[SessionChannel]
	sort.SliceStable(items, func(i, k int) bool { return items[i].event.ID < items[k].event.ID })
	used := 0.0
	kept := make([]counted, 0, len(items))
	for _, it := range items {
		if e := it.event; !e.Dated { // only what was held can be
			it.offset = math.Min(it.weight, math.Max(0, datedBefore(items, e.edition)-used))
			used += it.offset
			it.weight -= it.offset
			if it.offset > 0 && it.weight == 0 {
				m.omit(t, e, ruleUndated, "earlier years are told by dated events already")
				continue
			}
		}
		kept = append(kept, it)
	}
	t.items[SessionChannel] = kept
}

// datedBefore is the weight of what took place in a known year before the given one.
func datedBefore(items []counted, year int) float64 {
	sum := 0.0
	for _, it := range items {
		if e := it.event; e.Dated && e.Class == Done && e.Year < year {
			sum += it.weight
		}
	}
	return sum
}

// context adds what both groups have in common: shared institutions and themes, each 1/(d-1).
func (m *Model) context(t *tally) {
	for _, z := range m.SharedPartners(t.groups...) {
		w := 1 / float64(len(m.partner.groups[z])-1)
		t.add(counted{node: z, channel: InstitutionChannel, confidence: 1, weight: w})
	}
	for _, z := range m.partner.several {
		if !m.sharedBy(z, t.groups) {
			continue
		}
		e := m.snap.Entity(z)
		if why := m.partner.excluded[z]; why != "" {
			t.omitted = append(t.omitted, LeftOut{ID: e.ID, Name: e.Name, Rule: ruleExcluded, Why: why})
		} else if m.partShared(z, t.groups) {
			t.omitted = append(t.omitted, LeftOut{ID: e.ID, Name: e.Name, Rule: rulePart, Why: "a part of it is shared and counts"})
		}
	}
	for _, th := range m.SharedThemes(t.groups...) {
		w := 1 / float64(len(m.themes.groups[th])-1)
		t.add(counted{node: th, channel: ThemeChannel, confidence: 1, weight: w})
	}
}
