package opportunity

import (
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// support is one specific thing that all members have in common, with paragraphs of its own on each side.
type support struct {
	node     graph.Node
	channel  string // theme, need, institution
	d        int    // groups that touch it
	weight   float64
	alone    bool       // held by these members alone
	places   [][]string // per member: paragraphs outside E, sorted
	passages []string   // of all members, outside E, sorted
	stance   []string   // per member: seeks, offers or touches
}

// seekOffer reports whether one member seeks what another offers.
func (s support) seekOffer() bool { return s.channel == channelNeed }

// Channels of what is in common.
const (
	channelTheme = "theme"
	channelNeed  = "need"
	channelBody  = "institution"
)

// Rules by which something in common supports nothing, as answers name them.
const (
	ruleGeneric      = "generic"
	ruleCircumstance = "circumstance"
	ruleJointText    = "told-in-joint-work"
	ruleSameText     = "no-paragraph-of-its-own"
)

// supports lists what the groups have in common that is specific and has a paragraph of its own on each side, heaviest
// first, and what was seen and left out.
func (f *finder) supports(groups []int) ([]support, []crosswalk.LeftOut) {
	e := exclude(f.model, groups...)
	var all []support
	var out []crosswalk.LeftOut
	leave := func(n graph.Node, rule, why string) {
		ent := f.snap.Described(n)
		out = append(out, crosswalk.LeftOut{ID: ent.ID, Name: ent.Name, Rule: rule, Why: why})
	}
	for _, t := range f.model.SharedThemes(groups...) {
		switch s, ok := f.themeSupport(e, t, groups); {
		case f.model.Circumstance(t):
			leave(t, ruleCircumstance, "a circumstance that holds for all")
		case !f.specific(f.model.ThemeGroups(t)):
			leave(t, ruleGeneric, "more than half of the groups touch it")
		case !ok:
			leave(t, ruleJointText, "one side touches it only where joint work is told")
		default:
			all = append(all, s)
		}
	}
	for _, z := range f.model.SharedPartners(groups...) {
		switch s, ok := f.partnerSupport(e, z, groups); {
		case f.snap.Described(z).Properties.Text("type") == "government":
			leave(z, ruleGeneric, "a government as a whole; its bodies count")
		case !f.specific(f.model.PartnerGroups(z)):
			leave(z, ruleGeneric, "it takes part in more than half of the groups")
		case !ok:
			leave(z, ruleJointText, "one side names it only where joint work is told")
		default:
			all = append(all, s)
		}
	}
	sort.SliceStable(all, func(i, k int) bool { return f.heavier(all[i], all[k]) })
	kept, rest := ownParagraphs(all, len(groups))
	for _, s := range rest {
		leave(s.node, ruleSameText, "its paragraphs already carry another thing in common")
	}
	return kept, out
}

// heavier orders supports: what one seeks and another offers first, then weight, then id.
func (f *finder) heavier(a, b support) bool {
	if a.seekOffer() != b.seekOffer() {
		return a.seekOffer()
	}
	if a.weight != b.weight {
		return a.weight > b.weight
	}
	return f.snap.ID(a.node) < f.snap.ID(b.node)
}

// specific reports whether at most half of the active groups are among groups.
func (f *finder) specific(groups []int) bool {
	n := 0
	for _, g := range groups {
		if f.model.Active(g) {
			n++
		}
	}
	return 2*n <= f.active
}

func (f *finder) themeSupport(e exclusion, t graph.Node, groups []int) (support, bool) {
	all := f.model.ThemeGroups(t)
	s := support{node: t, channel: channelTheme, d: len(all), weight: 1 / float64(max(1, len(all)-1)), alone: len(all) == len(groups)}
	seeks, offers := 0, 0
	for _, g := range groups {
		stance := "touches"
		var places []string
		touch := f.model.ThemeTouch(t, g)
		for _, tell := range touch.Evidence {
			place, ok := e.outside(tell.Passage)
			if !ok {
				continue
			}
			places = append(places, place)
			s.passages = append(s.passages, tell.Passage)
			if tell.Stance == "seeks" || tell.Stance == "offers" && !touch.Seeks {
				stance = tell.Stance // a group that seeks a theme, wherever it says so, does not offer it
			}
		}
		if len(places) == 0 {
			return s, false
		}
		switch stance {
		case "seeks":
			seeks++
		case "offers":
			offers++
		}
		s.places, s.stance = append(s.places, set(places)), append(s.stance, stance)
	}
	s.passages = set(s.passages)
	if seeks > 0 && offers > 0 {
		s.channel = channelNeed
	}
	return s, true
}

func (f *finder) partnerSupport(e exclusion, z graph.Node, groups []int) (support, bool) {
	all := f.model.PartnerGroups(z)
	s := support{node: z, channel: channelBody, d: len(all), weight: 1 / float64(max(1, len(all)-1)), alone: len(all) == len(groups)}
	for _, g := range groups {
		var places []string
		for _, id := range f.model.PartnerEvidence(z, g) {
			if place, ok := e.outside(id); ok {
				places = append(places, place)
				s.passages = append(s.passages, id)
			}
		}
		if len(places) == 0 {
			return s, false
		}
		s.places, s.stance = append(s.places, set(places)), append(s.stance, "touches")
	}
	s.passages = set(s.passages)
	return s, true
}

// set is ids sorted, without repeats.
func set(ids []string) []string {
	sort.Strings(ids)
	out := ids[:0]
	for i, s := range ids {
		if i == 0 || s != ids[i-1] {
			out = append(out, s)
		}
	}
	return out
}
