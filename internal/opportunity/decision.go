package opportunity

import "slices"

// Decision is what people decided about an opportunity. The wiring brings decisions; this package never stores them.
type Decision struct {
	ID       string   `json:"id"`      // of the opportunity
	Verdict  string   `json:"verdict"` // accept, dismiss
	Reason   string   `json:"reason"`
	Evidence []string `json:"evidence"` // the opportunity's evidence when it was decided
}

// Decisions are the standing decisions by opportunity id.
type Decisions map[string]Decision

// dismissed reports whether an opportunity was put aside and no passage is new since: that others touch the same things, or
// that an edition was withdrawn, brings nothing back.
func (d Decisions) dismissed(id string, evidence []string) bool {
	x, ok := d[id]
	return ok && x.Verdict == "dismiss" && !slices.ContainsFunc(evidence, func(p string) bool { return !slices.Contains(x.Evidence, p) })
}

// evidence lists the passages that an opportunity rests on, sorted, without repeats.
func evidence(supports []support, steps []string) []string {
	out := append([]string{}, steps...)
	for _, s := range supports {
		out = append(out, s.passages...)
	}
	return set(out)
}
