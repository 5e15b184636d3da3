package graph

import "math"

// passagePlaces pack evidence: the number of each passage counted from its report's first one, where it is one of that report's.
type passagePlaces struct {
	first  []int32 // number of the first passage of the report of each slot
	number func(id string) (int, bool)
}

func (p *packer) evidence(ids []string, report int, places *passagePlaces) {
	if ids == nil {
		p.uint(0)
		return
	}
	p.uint(len(ids) + 1)
	for _, id := range ids {
		if n, ok := places.number(id); ok {
			p.int((n - int(places.first[report])) * 2)
			continue
		}
		p.int(1) // no passage of the graph
		p.word(id)
	}
}

// report is the report that rows name by a slot.
func (s *Snapshot) report(slot int) *Report { return &s.reports[s.slots[slot]] }

func (u *unpacker) evidence(s *Snapshot, report int) []string {
	n := u.length()
	if n < 0 {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		if at := u.int(); at&1 == 0 {
			out[i] = s.passages.id(int(s.firstPassage[report]) + at/2)
		} else {
			out[i] = u.word()
		}
	}
	return out
}

// slots reads the reports with which a row of statements begins.
func (u *unpacker) slots() []int {
	out := make([]int, u.uint())
	for i := range out {
		out[i] = u.uint()
	}
	return out
}

// entity packs what reports state of one entity; its id and kind stand elsewhere.
func (b *Builder) entity(statements []EntityStatement) {
	p := b.packer
	p.uint(len(statements))
	for i := range statements {
		p.uint(b.report(statements[i].Report))
	}
	for i := range statements {
		s := &statements[i]
		report := b.report(s.Report)
		p.names(s.Name)
		p.names(s.NameSource)
		p.uint(len(s.Aliases))
		for _, a := range s.Aliases {
			p.text(a)
		}
		p.properties(s.Properties)
		p.evidence(s.Evidence, report, &b.places)
	}
}

func (s *Snapshot) entityStatements(n Node) []EntityStatement { return s.statementsOf(n, true) }

// statementsOf is entityStatements, without what each rests on where evidence is false: of what thousands of editions state that is
// nearly all.
func (s *Snapshot) statementsOf(n Node, evidence bool) []EntityStatement {
	u := unpacker{s.entities.at(int(n)), &s.words}
	e := Entity{ID: s.ID(n), Kind: s.Kind(n)}
	slots := u.slots()
	out := make([]EntityStatement, len(slots))
	for i, report := range slots {
		e.Name, e.NameSource, e.Aliases = u.names(), u.names(), nil
		if k := u.uint(); k > 0 {
			e.Aliases = make([]string, k)
			for a := range e.Aliases {
				e.Aliases[a] = u.text()
			}
		}
		e.Properties = u.properties()
		if evidence {
			e.Evidence = u.evidence(s, report)
		} else {
			u.skipEvidence()
		}
		out[i] = EntityStatement{Report: s.report(report).ID, Entity: e}
	}
	return out
}

// The bits of the byte that tells on what a link rests.
const (
	basisBits   = 0b11 // the place in Bases; all: a word
	ruleBit     = 1 << 2
	hundredths  = 1 << 3 // the confidence is a byte of hundredths
	otherNumber = 1 << 4 // the confidence is a float; neither: 1
)

// link packs what reports state of one link; its ends and type stand elsewhere.
func (b *Builder) link(statements []LinkStatement) {
	p := b.packer
	p.uint(len(statements))
	for i := range statements {
		p.uint(b.report(statements[i].Report))
	}
	for i := range statements {
		s := &statements[i]
		report := b.report(s.Report)
		p.basis(&s.Link)
		p.apart(func() { p.properties(s.Properties) })
		p.evidence(s.Evidence, report, &b.places)
	}
}

func (p *packer) basis(l *Link) {
	head, percent := byte(basisBits), math.Round(l.Confidence*100)
	for i, b := range Bases {
		if l.Basis == b {
			head = byte(i)
		}
	}
	if l.Rule != "" {
		head |= ruleBit
	}
	switch {
	case l.Confidence == 1:
	case percent >= 0 && percent < 256 && percent/100 == l.Confidence:
		head |= hundredths
	default:
		head |= otherNumber
	}
	p.row = append(p.row, head)
	if head&basisBits == basisBits {
		p.word(string(l.Basis))
	}
	if head&ruleBit != 0 {
		p.word(l.Rule)
	}
	if head&hundredths != 0 {
		p.row = append(p.row, byte(percent))
	}
	if head&otherNumber != 0 {
		p.float(l.Confidence)
	}
}

func (u *unpacker) basis(l *Link) {
	head := u.byte()
	l.Rule, l.Confidence = "", 1
	if i := head & basisBits; i < basisBits {
		l.Basis = Bases[i]
	} else {
		l.Basis = Basis(u.word())
	}
	if head&ruleBit != 0 {
		l.Rule = u.word()
	}
	if head&hundredths != 0 {
		l.Confidence = float64(u.byte()) / 100
	}
	if head&otherNumber != 0 {
		l.Confidence = u.float()
	}
}

func (s *Snapshot) linkStatements(e Edge) []LinkStatement {
	u := unpacker{s.links.at(int(e)), &s.words}
	l := Link{From: s.ID(s.from[e]), Type: s.Type(e), To: s.ID(s.to[e])}
	slots := u.slots()
	out := make([]LinkStatement, len(slots))
	for i, report := range slots {
		u.basis(&l)
		apart := u.apart()
		l.Properties = apart.properties()
		l.Evidence = u.evidence(s, report)
		r := s.report(report)
		out[i] = LinkStatement{Report: r.ID, Year: r.Year, Work: r.Work, Link: l}
	}
	return out
}
