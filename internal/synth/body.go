package synth

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// body is an institution.
type body struct {
	id, kind, country, acronym string
	names                      graph.Names
	source                     map[string]string
	aliases                    []string
	named                      bool
	shared                     bool  // known to several partnerships: never above another, so that no circle can close
	parent                     *body // told by a passage, or of record
	ofRecord                   bool
	groups                     []int   // in which it takes part
	weight                     float64 // how often it is named
}

// Slots of the roster that never change hands: the two governments and the two coordinating ministries.
const (
	governmentCA = iota
	governmentMX
	coordinatorCA
	coordinatorMX
	fixedSlots
)

// stableShare is the share of the roster that stays for all years; churn is how many of the rest are replaced in a year.
const (
	stableShare = 0.25
	churn       = 0.35
	sharedShare = 0.25 // of the bodies belong to no one partnership
)

// makeRoster fills the roster for the first year.
func (w *World) makeRoster() {
	for slot := range w.options.Institutions {
		w.roster = append(w.roster, nil)
		w.roster[slot] = w.newBody(slot)
	}
}

// renew replaces some of the bodies that are not stable, as years go by.
func (w *World) renew() {
	for slot := int(stableShare * float64(w.options.Institutions)); slot < len(w.roster); slot++ {
		if slot >= fixedSlots && w.dice.yes(churn) {
			w.roster[slot] = w.newBody(slot)
			w.join(w.roster[slot])
		}
	}
}

// join draws the groups in which a body takes part, and how often it is named: those in several groups most often.
func (w *World) join(b *body) {
	n := choose(w.dice, groupsPerBody)
	if b.kind == "government" || b == w.roster[coordinatorCA] || b == w.roster[coordinatorMX] {
		n = 0
	}
	b.groups = w.drawGroups(n, w.activeGroups())
	b.weight = float64(exp(float64(1.7*w.dice.normal())) * float64(1+2*max(0, n-1)))
}

// newBody is a body for a slot: one that several partnerships know, or one of this partnership's own.
func (w *World) newBody(slot int) *body {
	switch slot {
	case governmentCA:
		return fixedBody("Government of Canada", "Gouvernement du Canada", "Gobierno de Canadá", "government", "CA")
	case governmentMX:
		return fixedBody("Government of Mexico", "Gouvernement du Mexique", "Gobierno de México", "government", "MX")
	case coordinatorCA, coordinatorMX:
		country := []string{"CA", "MX"}[slot-coordinatorCA]
		b := fixedBody("Ministry of Partnerships, "+country, "Ministère des Partenariats, "+country, "Secretaría de Asociaciones, "+country, "department", country)
		b.parent, b.ofRecord = w.roster[slot-coordinatorCA], true
		return b
	}
	if w.dice.yes(sharedShare) {
		h := w.dice.early(4 * w.options.Institutions)
		b := drawBody(newDice(w.options.Seed, 1<<40+uint64(h)), "institution:synth-", h)
		b.shared = true
		if !w.known[b.id] {
			w.known[b.id] = true
			w.place(b, slot)
			return b
		}
	}
	b := drawBody(w.dice, "institution:"+w.short+"-", w.number())
	w.place(b, slot)
	return b
}

// place puts a body below another one: a government or coordinator of record, or one of the partnership's own that stays.
func (w *World) place(b *body, slot int) {
	if b.kind == "government" {
		return
	}
	switch at := w.dice.unit(); {
	case at < 0.15 && b.country == "CA":
		b.parent, b.ofRecord = w.roster[governmentCA], true
	case at < 0.15 && b.country == "MX":
		b.parent, b.ofRecord = w.roster[governmentMX], true
	case at < 0.45:
		stable := int(stableShare * float64(w.options.Institutions))
		up := w.roster[fixedSlots+w.dice.early(max(1, min(slot, stable)-fixedSlots))]
		if up != nil && up != b && !up.shared {
			b.parent = up
		}
	}
}

// fixedBody is a body that every partnership knows.
func fixedBody(en, fr, es, kind, country string) *body {
	return &body{id: "institution:synth-" + slug(en), kind: kind, country: country, named: true, weight: 1,
		names: graph.Names{"en": en + " (synthetic)", "fr": fr + " (synthétique)", "es": es + " (sintético)"}}
}

// drawBody draws a body; the same dice and number give the same one.
func drawBody(d *dice, prefix string, n int) *body {
	b := &body{kind: choose(d, bodyTypes), country: choose(d, bodyCountries), named: d.yes(171.0 / 187)}
	at := pick(d, places).name
	b.names = sentence(bodyWords[b.kind], pick(d, subjects), at)
	b.id = prefix + numbered(b.names["en"], n)
	b.source = ours(choose(d, nameSources)...)
	if b.named && d.yes(94.0/171) {
		b.acronym = acronym(b.names["en"], n)
		b.aliases = append(b.aliases, b.acronym)
	}
	for range choose(d, []choice[int]{{0, 110}, {1, 50}, {2, 20}, {3, 7}}) {
		b.aliases = append(b.aliases, at+" "+pick(d, []string{"office", "bureau", "délégation", "dirección", "secretariat", "élan", "coordinación"}))
	}
	slices.Sort(b.aliases)
	b.aliases = slices.Compact(b.aliases)
	return b
}

// member draws a body that takes part in the group, of a country where one is named ("" for any); one of no group where there
// is none.
func (w *World) member(g int, country string) *body {
	weights := make([]float64, len(w.roster))
	found := false
	for i, b := range w.roster {
		if slices.Contains(b.groups, g) && (country == "" || b.country == country) {
			weights[i], found = b.weight, true
		}
	}
	if !found {
		return w.roster[fixedSlots+w.dice.below(len(w.roster)-fixedSlots)]
	}
	return w.roster[w.dice.weighted(weights)]
}
