package graph

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"
)

// A packed row is bytes: whole numbers as varints, texts by their number among the words or, where they seldom come again, in
// place (their length, then they), lists and maps as their length plus one (0: nil) and their elements, maps by key.

// packer appends values to row. Words stand once in a snapshot.
type packer struct {
	row    []byte
	err    error // of the first value that cannot be packed
	number map[string]uint32
	words  textsBuilder
}

func newPacker() *packer { return &packer{number: map[string]uint32{}} }

func (p *packer) uint(n int) { p.row = binary.AppendUvarint(p.row, uint64(n)) }

func (p *packer) int(n int) { p.row = binary.AppendVarint(p.row, int64(n)) }

func (p *packer) float(f float64) {
	p.row = binary.LittleEndian.AppendUint64(p.row, math.Float64bits(f))
}

func (p *packer) text(s string) {
	p.uint(len(s))
	p.row = append(p.row, s...)
}

func (p *packer) word(s string) {
	n, ok := p.number[s]
	if !ok {
		n = uint32(p.words.add(s))
		p.number[s] = n
	}
	p.uint(int(n))
}

// apart packs by f on the side and appends the number of the word that holds the bytes: for what comes again and again.
func (p *packer) apart(f func()) {
	row := p.row
	p.row = p.row[len(p.row):]
	f()
	n, ok := p.number[string(p.row)]
	if !ok {
		n = uint32(p.words.add(string(p.row)))
		p.number[string(p.row)] = n
	}
	p.row = row
	p.uint(int(n))
}

// list packs a list whose texts come again, such as countries and headings.
func (p *packer) list(list []string) {
	if list == nil {
		p.uint(0)
		return
	}
	p.uint(len(list) + 1)
	for _, s := range list {
		p.word(s)
	}
}

func (p *packer) names(names Names) {
	if names == nil {
		p.uint(0)
		return
	}
	p.uint(len(names) + 1)
	for _, lang := range names.languages() {
		p.word(lang)
		p.text(names[lang])
	}
}

func (p *packer) properties(ps Properties) {
	if ps == nil {
		p.uint(0)
		return
	}
	p.uint(len(ps) + 1)
	for _, name := range ps.Names() {
		p.word(name)
		p.value(name, ps[name])
	}
}

// The byte before a property's value tells its type.
const (
	packedNil = iota
	packedWord
	packedText
	packedTrue
	packedFalse
	packedWhole
	packedFloat
	packedList
	packedAmount
	packedTerms
)

func (p *packer) value(name string, v any) {
	tag := func(t byte) { p.row = append(p.row, t) }
	switch v := v.(type) {
	case nil:
		tag(packedNil)
	case string:
		if freeText[name] {
			tag(packedText)
			p.text(v)
			return
		}
		tag(packedWord)
		p.word(v)
	case bool:
		if v {
			tag(packedTrue)
		} else {
			tag(packedFalse)
		}
	case float64:
		if n := int64(v); float64(n) == v && n > -1<<53 && n < 1<<53 && (n != 0 || !math.Signbit(v)) {
			tag(packedWhole)
			p.int(int(n))
			return
		}
		tag(packedFloat)
		p.float(v)
	case []string:
		tag(packedList)
		p.list(v)
	case Amount:
		tag(packedAmount)
		p.float(v.Value)
		p.word(v.Currency)
		p.word(v.Period)
	case Terms:
		tag(packedTerms)
		p.uint(len(v))
		for _, lang := range slices.Sorted(maps.Keys(v)) {
			p.word(lang)
			p.list(v[lang])
		}
	default:
		if p.err == nil {
			p.err = fmt.Errorf("property %s is a %T, which no property is", name, v)
		}
	}
}

// freeText are the properties whose values seldom come again. Whichever way a name leads, values come back the same.
var freeText = func() map[string]bool {
	free := map[string]bool{}
	note := func(ps []Property) {
		for _, p := range ps {
			if p.Type == TextType && p.Name != "role" {
				free[p.Name] = true
			}
		}
	}
	for _, k := range Kinds {
		note(EntityProperties[k])
	}
	for _, t := range LinkTypeSpecs {
		note(t.Properties)
	}
	return free
}()
