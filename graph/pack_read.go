package graph

import (
	"encoding/binary"
	"math"
)

// unpacker reads a packed row. Rows are made by packer alone, so that it checks nothing: a row of other bytes panics.
type unpacker struct {
	rest  string
	words *texts
}

func (u *unpacker) uint() int {
	var n uint64
	for i := 0; ; i++ {
		b := u.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			u.rest = u.rest[i+1:]
			return int(n)
		}
	}
}

func (u *unpacker) int() int {
	n := uint64(u.uint())
	return int(n>>1) ^ -int(n&1)
}

func (u *unpacker) take(n int) string {
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}

func (u *unpacker) byte() byte { return u.take(1)[0] }

func (u *unpacker) float() float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(u.take(8))))
}

func (u *unpacker) text() string { return u.take(u.uint()) }

func (u *unpacker) word() string { return u.words.at(u.uint()) }

// apart reads what packer.apart wrote.
func (u *unpacker) apart() unpacker { return unpacker{u.word(), u.words} }

// length is the length of a list or map, -1 for nil.
func (u *unpacker) length() int { return u.uint() - 1 }

func (u *unpacker) list() []string {
	n := u.length()
	if n < 0 {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = u.word()
	}
	return out
}

func (u *unpacker) names() Names {
	n := u.length()
	if n < 0 {
		return nil
	}
	out := make(Names, n)
	for range n {
		lang := u.word()
		out[lang] = u.text()
	}
	return out
}

func (u *unpacker) properties() Properties {
	n := u.length()
	if n < 0 {
		return nil
	}
	out := make(Properties, n)
	for range n {
		name := u.word()
		out[name] = u.value()
	}
	return out
}

func (u *unpacker) value() any {
	switch u.byte() {
	case packedWord:
		return u.word()
	case packedText:
		return u.text()
	case packedTrue:
		return true
	case packedFalse:
		return false
	case packedWhole:
		return float64(u.int())
	case packedFloat:
		return u.float()
	case packedList:
		return u.list()
	case packedAmount:
		return Amount{Value: u.float(), Currency: u.word(), Period: u.word()}
	case packedTerms:
		n := u.uint()
		out := make(Terms, n)
		for range n {
			lang := u.word()
			out[lang] = u.list()
		}
		return out
	}
	return nil
}
