package crosswalk

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
