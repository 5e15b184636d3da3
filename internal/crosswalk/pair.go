package crosswalk

// pair is a scored pair of groups, before and after ranking.
type pair struct {
	a, b   int
	tally  tally
	score  score
	band   Band
	rank   int // 0: unranked
	listed bool
}

// tied reports whether anything that counts ties the pair: an old event still does, however small its weight has become.
func (p pair) tied() bool {
	for _, k := range Channels[:InstitutionChannel] {
		for _, it := range p.tally.items[k] {
			if it.weight > 0 {
				return true
			}
		}
	}
	return false
}

// place is the pair's rank, nil where it has none.
func (p *pair) place() *int {
	if p.rank == 0 {
		return nil
	}
	rank := p.rank
	return &rank
}

// shown are S and C as they are shown in a state: no score where nothing can be said.
func (p *pair) shown(state string) (score, context *float64) {
	s, c := p.score.s, p.score.c
	if state == StateNoChapter || state == StateNotActive {
		return nil, &c
	}
	return &s, &c
}

// pairOf scores the groups number a and b (a before b).
func (m *Model) pairOf(a, b int) pair {
	if b < a {
		a, b = b, a
	}
	t := m.count(a, b)
	s := t.score(m.Parameters)
	for _, k := range Channels {
		m.byWeight(t.items[k])
	}
	return pair{a: a, b: b, tally: t, score: s, band: t.band(m.AsOf, s.c)}
}

// PairID is the id of the link between two groups: crosswalk:A~B, ids in order.
func PairID(a, b string) string {
	if b < a {
		a, b = b, a
	}
	return "crosswalk:" + a + "~" + b
}
