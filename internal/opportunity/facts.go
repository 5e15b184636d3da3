package opportunity

// Facts is what is known of one pair of groups before the gate decides whether it is listed: for who judges the order.
type Facts struct {
	List     string    // new, follow-up, deepen; empty of a pair that works together closely, with all the rest
	Level    string    // clear, possible; empty with fewer than two supports
	InCommon float64   // A in [0,1)
	NotYet   float64   // G = 1 - S in (0,1]
	Supports []Support // heaviest first
}

// Support is one specific thing that both have in common, with paragraphs of its own on each side.
type Support struct {
	Channel string // theme, need, institution
	Groups  int    // that touch it, at least 2
}

// Facts is what is known of groups number a and b, a ≠ b, listed or not.
func (g *Groups) Facts(a, b int) Facts {
	c, ok := g.f.pairCandidate(g.f.ranking, g.f.params, min(a, b), max(a, b))
	if !ok {
		return Facts{NotYet: 1 - c.s}
	}
	out := Facts{List: c.list, Level: c.level, InCommon: c.a, NotYet: c.g}
	for _, s := range c.supports {
		out.Supports = append(out.Supports, Support{s.channel, s.d})
	}
	return out
}
