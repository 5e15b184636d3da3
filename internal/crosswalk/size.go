package crosswalk

import "unsafe"

// idSize is about how many bytes an id takes that was unpacked: its text and what points to it.
const idSize = 48

// Size is about how many bytes of memory the ranking takes beside the snapshot that it was made from; the copy without the links
// that options kept out is counted, and so is the view of an earlier year.
func (r *Ranking) Size() int {
	n := r.model.size() + 8*len(r.place) + len(r.chance)*int(unsafe.Sizeof(Chance{})+16)
	for i := range r.pairs {
		p := &r.pairs[i]
		n += int(unsafe.Sizeof(*p)) + 8*len(p.tally.next) + len(p.tally.omitted)*(int(unsafe.Sizeof(LeftOut{}))+6*idSize)
		for _, items := range p.tally.items {
			n += cap(items) * int(unsafe.Sizeof(counted{}))
		}
	}
	return n
}

func (m *Model) size() int {
	n := 0
	if m.record.Year() > 0 {
		n += m.record.Size()
	}
	if m.snap != m.record {
		n += m.snap.Size()
	}
	for _, e := range m.events {
		n += int(unsafe.Sizeof(*e)) + 16*len(e.Groups)
		for _, t := range e.ties {
			n += int(unsafe.Sizeof(t)) + idSize*(len(t.byWork)+len(t.evidence)+len(t.places))
		}
	}
	for _, by := range m.partner.evidence {
		for _, passages := range by {
			n += idSize * (1 + len(passages))
		}
	}
	for _, by := range m.themes.touch {
		for _, t := range by {
			n += idSize + int(unsafe.Sizeof(*t)) + len(t.Evidence)*(int(unsafe.Sizeof(Telling{}))+idSize)
		}
	}
	return n
}
