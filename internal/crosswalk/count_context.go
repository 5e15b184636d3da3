package crosswalk

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
		e := m.snap.Described(z)
		if why := m.Excluded(z); why != "" {
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
