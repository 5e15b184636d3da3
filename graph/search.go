package graph

import (
	"maps"
	"slices"
	"sort"
	"strings"
)

// Hit is one thing that a search found: an entity or a passage.
type Hit struct {
	Entity  Node     // -1 for a passage
	Passage *Passage // nil for an entity
	Score   int      // higher is better; see Search
}

// Search finds entities (by name in any language, also what only an earlier edition calls it, alias, acronym, id) and
// passages (by gist) that hold, for every word of q, a word that begins with it, case and accents folded. Score: 4 the
// whole name, alias or id is q, 3 it begins with q, 2 the name holds every word whole, 1 otherwise; entities before
// passages, then score, then id. limit ≤ 0 means all. No words, no hits.
func (s *Snapshot) Search(q string, limit int) []Hit {
	words := Tokens(q)
	if len(words) == 0 {
		return nil
	}
	s.once.Do(func() { s.index = newTextIndex(s) })
	docs := s.index.match(words)
	whole := strings.Join(words, " ")
	hits := make([]Hit, 0, len(docs))
	for _, d := range docs {
		h := Hit{Entity: -1, Score: 1}
		if int(d) < s.NumEntities() {
			h.Entity = Node(d)
		} else {
			h.Passage = s.passageKept(int(d) - s.NumEntities())
		}
		if h.Entity >= 0 && s.ID(h.Entity) == strings.TrimSpace(q) {
			h.Score = 4
		}
		if h.Entity >= 0 {
			for _, f := range *s.open.forms.get(s, &s.entities, int(d), describedRow, s.formsOf) {
				h.Score = max(h.Score, formScore(f, whole, words))
			}
		}
		hits = append(hits, h)
	}
	sort.SliceStable(hits, func(i, k int) bool {
		if a, b := hits[i].Passage == nil, hits[k].Passage == nil; a != b {
			return a
		}
		return hits[i].Score > hits[k].Score // docs stand by id already
	})
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	return hits
}

func formScore(form, whole string, words []string) int {
	switch {
	case form == whole:
		return 4
	case strings.HasPrefix(form, whole):
		return 3
	}
	padded := " " + form + " "
	for _, w := range words {
		if !strings.Contains(padded, " "+w+" ") {
			return 1
		}
	}
	return 2
}

// textIndex is an inverted index over folded words: documents are entities by number, then passages. The documents of
// word i are docs[ends[i-1]:ends[i]], ascending.
type textIndex struct {
	words texts // sorted
	ends  []uint32
	docs  []int32
}

func newTextIndex(s *Snapshot) *textIndex {
	byWord := map[string][]int32{}
	add := func(doc int, text string) {
		for _, w := range Tokens(text) {
			if l := byWord[w]; len(l) == 0 || l[len(l)-1] != int32(doc) {
				byWord[w] = append(l, int32(doc))
			}
		}
	}
	for n := range s.NumEntities() {
		e := s.unpackEntity(n)
		for _, form := range e.called() {
			add(n, form)
		}
		add(n, e.ID)
	}
	doc := s.NumEntities()
	for p := range s.Passages() {
		for _, lang := range p.Gist.languages() {
			add(doc, p.Gist[lang])
		}
		doc++
	}
	x := &textIndex{}
	var words textsBuilder
	for _, w := range slices.Sorted(maps.Keys(byWord)) {
		words.add(w)
		x.docs = append(x.docs, byWord[w]...)
		x.ends = append(x.ends, uint32(len(x.docs)))
	}
	x.words, x.docs = words.texts(), exact(x.docs)
	return x
}

// documents are those of word i.
func (x *textIndex) documents(i int) []int32 {
	if i == 0 {
		return x.docs[:x.ends[0]]
	}
	return x.docs[x.ends[i-1]:x.ends[i]]
}

// called lists all that e is called: its names, aliases and acronym.
func (e *MergedEntity) called() []string {
	return append(append(e.names(), e.Aliases...), e.Properties.Text("acronym"))
}

// formsOf are the forms of entity n.
func (s *Snapshot) formsOf(n int) []string { return s.Entity(Node(n)).forms() }

// forms are what e is called, folded.
func (e *MergedEntity) forms() []string {
	var out []string
	for _, c := range e.called() {
		if words := Tokens(c); len(words) > 0 {
			out = append(out, strings.Join(words, " "))
		}
	}
	return out
}

// names lists every name of e, whichever edition gives it, sorted.
func (e *MergedEntity) names() []string {
	names := slices.Collect(maps.Values(e.Name))
	for _, st := range e.Statements {
		names = slices.AppendSeq(names, maps.Values(st.Name))
	}
	return sortedSet(names)
}

// match lists the documents that hold, for each of words, a word that begins with it; ascending.
func (x *textIndex) match(words []string) []int32 {
	var found []int32
	for i, w := range words {
		var docs []int32
		for k, _ := x.words.search(w, 0, x.words.len()); k < x.words.len() && strings.HasPrefix(x.words.at(k), w); k++ {
			docs = append(docs, x.documents(k)...)
		}
		slices.Sort(docs)
		docs = slices.Compact(docs)
		if i == 0 {
			found = docs
		} else {
			found = intersect(found, docs)
		}
	}
	return found
}

func intersect(a, b []int32) []int32 {
	var out []int32
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			out = append(out, a[0])
			a, b = a[1:], b[1:]
		}
	}
	return out
}
