package crosswalk

// The states of a pair of groups: whether its score says anything, and if not, why. Zero stands only where both groups have a
// chapter in the edition and are active and no edition names a link: of a group that the edition is silent about, nothing can be
// said. In the last three the score is null.
const (
	StateLinked    = "linked"     // something that counts ties the two
	StateZero      = "zero"       // both have a chapter, nothing ties them
	StateNoChapter = "no-chapter" // nothing ties them, and the edition has no chapter of one
	StateNotActive = "not-active" // nothing ties them, and one is not active
	StateSelf      = "self"       // a group with itself
)

// state is the pair's state.
func (m *Model) state(p pair) string {
	switch {
	case p.tied():
		return StateLinked
	case !m.chapter[p.a] || !m.chapter[p.b]:
		return StateNoChapter
	case !m.active[p.a] || !m.active[p.b]:
		return StateNotActive
	}
	return StateZero
}
