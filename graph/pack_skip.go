package graph

// These pass over what unpacker reads, without making it.

func (u *unpacker) skipTexts(n int) {
	for ; n > 0; n-- {
		u.text()
	}
}

func (u *unpacker) skipWords(n int) {
	for ; n > 0; n-- {
		u.uint()
	}
}

func (u *unpacker) skipNames() {
	for n := u.length(); n > 0; n-- {
		u.uint()
		u.text()
	}
}

func (u *unpacker) skipProperties() {
	for n := u.length(); n > 0; n-- {
		u.uint()
		u.skipValue()
	}
}

func (u *unpacker) skipValue() {
	switch u.byte() {
	case packedWord, packedWhole:
		u.uint()
	case packedText:
		u.text()
	case packedFloat:
		u.take(8)
	case packedList:
		u.skipWords(u.length())
	case packedAmount:
		u.take(8)
		u.skipWords(2)
	case packedTerms:
		for n := u.uint(); n > 0; n-- {
			u.uint()
			u.skipWords(u.length())
		}
	}
}

func (u *unpacker) skipBasis() {
	head := u.byte()
	if head&basisBits == basisBits {
		u.uint()
	}
	if head&ruleBit != 0 {
		u.uint()
	}
	if head&hundredths != 0 {
		u.byte()
	}
	if head&otherNumber != 0 {
		u.take(8)
	}
}

// places calls yield with the number of each passage of the evidence that comes next.
func (u *unpacker) places(s *Snapshot, slot int, yield func(passage int)) {
	for n := u.length(); n > 0; n-- {
		if at := u.int(); at&1 == 0 {
			yield(int(s.firstPassage[slot]) + at/2)
		} else {
			u.uint()
		}
	}
}

// skipEvidence passes over the evidence that comes next.
func (u *unpacker) skipEvidence() {
	for n := u.length(); n > 0; n-- {
		if u.int()&1 != 0 {
			u.uint()
		}
	}
}

// entityPlaces calls yield with the number of each passage that tells of entity n, once for each statement.
func (s *Snapshot) entityPlaces(n Node, yield func(passage int)) {
	u := unpacker{rest: s.entities.at(int(n))}
	for _, slot := range u.slots() {
		u.skipNames()
		u.skipNames()
		u.skipTexts(u.uint())
		u.skipProperties()
		u.places(s, slot, yield)
	}
}

// linkPlaces is entityPlaces for a link.
func (s *Snapshot) linkPlaces(e Edge, yield func(passage int)) {
	u := unpacker{rest: s.links.at(int(e))}
	for _, slot := range u.slots() {
		u.skipBasis()
		u.uint()
		u.places(s, slot, yield)
	}
}

// notePlaces is entityPlaces for a note.
func (s *Snapshot) notePlaces(i int, yield func(passage int)) {
	u := unpacker{rest: s.notes.at(i)}
	slot := u.uint()
	u.uint()
	u.skipWords(u.length())
	u.skipNames()
	u.places(s, slot, yield)
}
