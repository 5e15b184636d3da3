package opportunity

// ownParagraphs keeps, in order, each support that still leaves every kept one a paragraph of its own on each side: a
// paragraph that lists five things argues once. A maximum bipartite matching (augmenting paths, Kuhn 1955) per side
// decides.
func ownParagraphs(all []support, sides int) (kept, rest []support) {
	match := make([]map[string]int, sides) // paragraph → number of the kept support that it carries
	for i := range match {
		match[i] = map[string]int{}
	}
	for _, s := range all {
		try := append(append([]support{}, kept...), s)
		next, ok := make([]map[string]int, sides), true
		for side := range match {
			next[side] = copyMatch(match[side])
			ok = ok && augment(try, side, len(try)-1, next[side], map[string]bool{})
		}
		if ok {
			kept, match = try, next
		} else {
			rest = append(rest, s)
		}
	}
	return kept, rest
}

// augment finds support number i a paragraph on a side, moving others where they have a second one.
func augment(all []support, side, i int, match map[string]int, seen map[string]bool) bool {
	for _, place := range all[i].places[side] {
		if seen[place] {
			continue
		}
		seen[place] = true
		other, taken := match[place]
		if !taken || augment(all, side, other, match, seen) {
			match[place] = i
			return true
		}
	}
	return false
}

func copyMatch(m map[string]int) map[string]int {
	c := make(map[string]int, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}
