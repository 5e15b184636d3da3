package graph

import (
	"fmt"
	"strings"
)

// Validate reads the whole bundle and returns every broken rule at once, in the order report, passages, entities, links,
// notes, each with its JSON path and its rule; none for a valid bundle. Two notions of the rules: a bundle is closed (it
// declares every entity that it names; the report's own entity is declared by the report block), and an unused passage
// or an unlinked entity is no error.
//
// The rules: format; work, year, url, hash, text-bytes; id-form, id-kind, own-id, duplicate-id; kind, link-type,
// endpoint, ends, self-link, duplicate-link, cycle, theme-and-broader; evidence-missing, evidence-unknown, repeated; span, place,
// quote; chapter, reference; name-empty, gist-missing, name-source, language, control-character,
// too-long; property-unknown,
// property-type, enum, date, date-order, country, currency, amount, number-range, code, unnamed; basis, rule-missing,
// confidence; note-kind.
func Validate(b Bundle) Problems {
	v := newValidator(&b)
	if b.Format != BundleFormat {
		v.bad("$.format", "format", "must be %q, not %q", BundleFormat, b.Format)
	}
	v.report()
	v.passages()
	v.entities()
	v.links()
	v.notes()
	return v.problems
}

// validator gathers the problems of one bundle.
type validator struct {
	b        *Bundle
	problems Problems
	kinds    map[string]Kind // of the declared entities, the report's own included
	places   map[string]bool // passage ids
}

func newValidator(b *Bundle) *validator {
	v := &validator{b: b, kinds: make(map[string]Kind, len(b.Entities)+1), places: make(map[string]bool, len(b.Passages))}
	v.kinds[b.Report.ID] = ReportKind
	for i := range b.Entities {
		if _, seen := v.kinds[b.Entities[i].ID]; !seen {
			v.kinds[b.Entities[i].ID] = b.Entities[i].meantKind()
		}
	}
	for i := range b.Passages {
		v.places[b.Passages[i].ID] = true
	}
	return v
}

// meantKind is the kind of e, or where that is unknown the one that its id tells, so that one wrong word is one problem.
func (e *Entity) meantKind() Kind {
	if e.Kind.Known() {
		return e.Kind
	}
	return KindOf(e.ID)
}

func (v *validator) bad(path, rule, format string, args ...any) {
	v.problems = v.problems.with(func() Problem { return Problem{Path: path, Rule: rule, Message: sentence(format, args...)} })
}

// id checks the form of an entity's id and that its prefix names the kind; an unknown kind is told elsewhere.
func (v *validator) id(path, id string, kind Kind) {
	switch {
	case KindOf(id) == "" || !ValidID(id):
		v.bad(path, "id-form", "%q is no id: the kind's prefix and one to three segments of a-z, 0-9 and -, joined by colons", id)
	case kind.Known() && KindOf(id) != kind:
		v.bad(path, "id-kind", "%q begins as the id of %s, but this is %s (%s:…)", id, KindOf(id).article(), kind.article(), kind.Prefix())
	}
}

// ownID checks the id of a passage or note: the report's id with another prefix and one more segment, so that no two
// reports can use the same.
func (v *validator) ownID(path, prefix, id string) {
	start := prefix + ":" + v.b.Report.Short() + ":"
	switch {
	case !ValidID(id) || !strings.HasPrefix(id, prefix+":"):
		v.bad(path, "id-form", "%q is no %s id: %s and one segment of a-z, 0-9 and -", id, prefix, start)
	case KindOf(v.b.Report.ID) != ReportKind || !ValidID(v.b.Report.ID): // told already
	case !strings.HasPrefix(id, start) || strings.Contains(id[len(start):], ":"):
		v.bad(path, "own-id", "%q must be %s and one segment: ids of %ss carry their report", id, start, prefix)
	}
}

// evidence checks that there is some and that each is a passage of this bundle.
func (v *validator) evidence(path string, ids []string) {
	if len(ids) == 0 {
		v.bad(path+".evidence", "evidence-missing", "names no passage; everything that is stated needs one")
	}
	for i, id := range ids {
		if !v.places[id] {
			v.bad(fmt.Sprintf("%s.evidence[%d]", path, i), "evidence-unknown", "%q is no passage of this bundle", id)
		}
	}
}

// reference checks an id that something holds: it must be declared, and of one of the kinds (none given: any).
func (v *validator) reference(path, rule, id string, kinds ...Kind) {
	kind, declared := v.kinds[id]
	if !declared {
		v.bad(path, rule, "%q is declared nowhere in this bundle", id)
		return
	}
	if len(kinds) == 0 {
		return
	}
	names := make([]string, len(kinds))
	for i, k := range kinds {
		if k == kind || kind == "" {
			return
		}
		names[i] = k.article()
	}
	v.bad(path, rule, "%q is %s, where %s belongs", id, kind.article(), strings.Join(names, " or "))
}
