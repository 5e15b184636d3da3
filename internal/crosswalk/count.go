package crosswalk

import "github.com/crosswalk-kg/crosswalk/graph"

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
