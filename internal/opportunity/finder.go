package opportunity

import (
	"math"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// The lists, in the order in which they stand.
const (
	New      = "new"       // the report names no joint work and proposes none
	FollowUp = "follow-up" // the report itself proposes it
	Deepen   = "deepen"    // have worked together, and there is more
)

// Kinds of a triple that is new, by how many of its pairs have a link.
const (
	NewTable         = "new-table"
	ExtendAPair      = "extend-a-pair"
	CloseTheTriangle = "close-the-triangle"
	NeverAllTogether = "never-all-together"
)

// Levels of an opportunity; empty where it does not pass the gate and is listed all the same.
const (
	Clear    = "clear"    // three or more supports, one of them sought and offered or held by these alone
	Possible = "possible" // otherwise two or more
)

// Opportunity is one collaboration that is missing, explained in the one shape of every answer. Score is Ω = A·G
// (for ordering; null for institutions), context is what the members have in common by the links' own measure.
type Opportunity struct {
	crosswalk.Explanation
	Reasons  []crosswalk.Reason `json:"reasons"`  // what they have in common, a sentence each, heaviest first
	Evidence []string           `json:"evidence"` // passages of the reasons and next steps, sorted; a decision holds until another one joins
	Decision *Decision          `json:"decision"`
}

// finder holds what every question about groups needs.
type finder struct {
	model     *crosswalk.Model
	ranking   *crosswalk.Ranking
	snap      *graph.Snapshot
	params    Parameters
	decisions Decisions
	active    int // number of active groups
}

// Groups answers questions about missing collaboration of groups. It is immutable and safe for concurrent use.
type Groups struct {
	f              finder
	pairs, triples candidates
}

// OfGroups prepares the answers for a ranking of links.
func OfGroups(r *crosswalk.Ranking, p Parameters, d Decisions) *Groups {
	return &Groups{f: newFinder(r, p, d), pairs: newCandidates(), triples: newCandidates()}
}

func newFinder(r *crosswalk.Ranking, p Parameters, d Decisions) finder {
	f := finder{model: r.Model(), ranking: r, snap: r.Model().Snapshot(), params: p, decisions: d}
	for g := range f.model.Groups() {
		if f.model.Active(g) {
			f.active++
		}
	}
	return f
}

// candidate is an opportunity before ranking.
type candidate struct {
	groups   []int
	kind     string
	list     string // which of the three lists it stands in
	level    string
	supports []support
	leftOut  []crosswalk.LeftOut
	a, g, s  float64 // A, G, S
	next     []crosswalk.NextStep
	rank     int
}

// evidence lists the passages that the candidate rests on.
func (c candidate) evidence() []string { return evidence(c.supports, c.proposed()) }

// proposed lists the passages of what is still to come.
func (c candidate) proposed() (out []string) {
	for _, n := range c.next {
		out = append(out, n.Passages...)
	}
	return out
}

// omega is Ω as it is ordered by.
func (c candidate) omega() float64 { return graph.Round12(c.a * c.g) }

// masses are the sums of 1/(d-1) by channel, smallest weights first.
func (c candidate) masses() (theme, need, body float64) {
	for i := len(c.supports) - 1; i >= 0; i-- {
		switch s := c.supports[i]; s.channel {
		case channelTheme:
			theme += s.weight
		case channelNeed:
			need += s.weight
		default:
			body += s.weight
		}
	}
	return theme, need, body
}

// weigh sets A, G, Ω and the level.
func (f *finder) weigh(c *candidate, p Parameters) {
	c.a = p.inCommon(c.masses())
	c.g = 1 - c.s
	c.level = level(c.supports)
}

// level is clear with three supports of which one is sought and offered or held by these members alone, possible with
// two, else empty.
func level(supports []support) string {
	special := false
	for _, s := range supports {
		special = special || s.seekOffer() || s.alone
	}
	switch {
	case len(supports) >= 3 && special:
		return Clear
	case len(supports) >= 2:
		return Possible
	}
	return ""
}

// gate decides whether a candidate is listed: active members, and two supports unless the report itself proposes
// the collaboration or states a next step; what was dismissed stays away until something new supports it.
func (f *finder) gate(c candidate) bool {
	for _, g := range c.groups {
		if !f.model.Active(g) {
			return false
		}
	}
	if f.decisions.dismissed(f.id(c), c.evidence()) {
		return false
	}
	return c.level != "" || c.list == FollowUp || c.list == Deepen && len(c.next) > 0
}

// id is opportunity: and the members' ids in order, joined by ~.
func (f *finder) id(c candidate) string { return ID(f.memberIDs(c.groups)...) }

// ID is the id of an opportunity of the given members, which must stand in order.
func ID(members ...string) string { return "opportunity:" + strings.Join(members, "~") }

func (f *finder) memberIDs(groups []int) []string {
	ids := make([]string, len(groups))
	for i, g := range groups {
		ids[i] = f.snap.ID(f.model.Groups()[g])
	}
	return ids
}

// convener is the group c, not a member, with the greatest min of S to each member; nil where none works with all.
func (f *finder) convener(groups []int) *crosswalk.Convener {
	best, at := 0.0, -1
	for c := range f.model.Groups() {
		low := math.Inf(1)
		for _, g := range groups {
			if c == g {
				low = 0
				break
			}
			low = math.Min(low, f.ranking.Facts(c, g).S)
		}
		if low > best && f.model.Active(c) {
			best, at = low, c
		}
	}
	if at < 0 {
		return nil
	}
	return &crosswalk.Convener{Member: f.model.MemberOf(f.model.Groups()[at]), Role: f.roleOf(at, groups), Strength: graph.Round12(best)}
}

// roleOf says, in words, what ties a group to each of the others: no more than the band says.
func (f *finder) roleOf(convener int, groups []int) string {
	var worked, proposed, named []string
	for _, g := range groups {
		name := anyName(f.snap.Described(f.model.Groups()[g]))
		switch f.ranking.Facts(convener, g).Band {
		case crosswalk.Strong, crosswalk.Established:
			worked = append(worked, name)
		case crosswalk.Emerging:
			proposed = append(proposed, name)
		default:
			named = append(named, name)
		}
	}
	var parts []string
	for _, p := range []struct {
		says string
		of   []string
	}{{"has worked with ", worked}, {"has joint work agreed or proposed with ", proposed}, {"is named together with ", named}} {
		if len(p.of) > 0 {
			parts = append(parts, p.says+inWords(p.of))
		}
	}
	return inWords(parts)
}

// inWords lists things as a sentence does.
func inWords(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}
