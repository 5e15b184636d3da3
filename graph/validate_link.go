package graph

import "fmt"

// links checks every link, then what only all of them together show.
func (v *validator) links() {
	first := map[string]int{}
	crossed := v.crossed()
	for i := range v.b.Links {
		l, path := &v.b.Links[i], fmt.Sprintf("$.links[%d]", i)
		spec, known := l.Type.Spec()
		if !known {
			oneOf(v, path+".type", "link-type", l.Type, LinkTypes)
		}
		v.endpoints(path, l, spec, known)
		if k, seen := first[l.Key(v.b.Report.Year)]; seen {
			v.bad(path, "duplicate-link", "$.links[%d] has the same ends, type and role already; put the evidence of both there", k)
		} else {
			first[l.Key(v.b.Report.Year)] = i
		}
		if known {
			v.properties(path, l.Properties, string(l.Type), spec.Property)
		}
		v.basis(path, l)
		v.problems = append(v.problems, crossed[i]...)
		v.evidence(path, l.Evidence)
	}
}

func (v *validator) endpoints(path string, l *Link, spec LinkTypeSpec, known bool) {
	from, okFrom := v.kinds[l.From]
	to, okTo := v.kinds[l.To]
	if !okFrom {
		v.bad(path+".from", "endpoint", "%q is declared nowhere in this bundle", l.From)
	}
	if !okTo {
		v.bad(path+".to", "endpoint", "%q is declared nowhere in this bundle", l.To)
	}
	switch {
	case !okFrom || !okTo || !known:
	case l.From == l.To:
		v.bad(path+".to", "self-link", "%s leads from %q to itself", l.Type, l.From)
	case from != "" && to != "" && !spec.Allows(from, to):
		v.bad(path, "ends", "%s does not lead from %s to %s; it leads from %s", l.Type, from.article(), to.article(), spec.endsText())
	}
}

// endsText lists the allowed ends for people.
func (s LinkTypeSpec) endsText() string {
	text := ""
	for i, e := range s.Ends {
		if i > 0 {
			text += ", "
		}
		text += string(e.From) + " to " + string(e.To)
	}
	return text
}

func (v *validator) basis(path string, l *Link) {
	oneOf(v, path+".basis", "basis", l.Basis, Bases)
	if l.Basis == Inferred && l.Rule == "" {
		v.bad(path+".rule", "rule-missing", "an inferred link names the rule that concluded it")
	}
	v.text(path+".rule", l.Rule)
	if !(l.Confidence > 0 && l.Confidence <= 1) { // so that NaN fails too
		v.bad(path+".confidence", "confidence", "%v is not above 0 and at most 1", l.Confidence)
	}
}
