package crosswalk

import "fmt"

// against lists reasons for caution about a pair.
func (m *Model) against(p pair) []Reason {
	out, told := []Reason{}, [][]string{}
	for _, k := range Channels[:InstitutionChannel] {
		for _, it := range p.tally.items[k] {
			told = append(told, it.evidence(p.tally.groups))
		}
	}
	passages := union(told...)
	chapters := m.toldBy(passages)
	if len(chapters) == 1 {
		out = append(out, Reason{"one-chapter", "Only one chapter tells of it.", chapters, passages})
	}
	if m.Works(passages) == 1 && m.Works(nil) > 1 {
		out = append(out, Reason{"one-document", "Only one of the loaded editions tells of it.", []string{}, passages})
	}
	for _, g := range []int{p.a, p.b} {
		if !m.chapter[g] {
			out = append(out, Reason{"no-chapter", fmt.Sprintf("The edition of %d has no chapter of this group.", m.snap.Newest(m.snap.ID(m.Partnership))),
				[]string{m.snap.ID(m.groups[g])}, []string{}})
		}
	}
	return out
}

// Works is the number of documents that passages stand in, of all editions up to the as-of year for nil; language versions
// of one edition are one document.
func (m *Model) Works(passages []string) int {
	in, work := map[string]bool{}, map[string]string{}
	for _, r := range m.snap.Reports() {
		work[r.ID] = r.Work
		if passages == nil {
			in[r.Work] = true
		}
	}
	for _, id := range passages {
		if p, ok := m.snap.Passage(id); ok {
			in[work[p.Report]] = true
		}
	}
	return len(in)
}
