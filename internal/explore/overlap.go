package explore

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// span is what a passage dates of one link; either end may be unknown or partial.
type span struct{ since, until graph.Date }

// The days before and after all others.
const (
	always = ""
	never  = "9999-12-31"
)

// days are the first and last day of a span: for certain, or as they may have been at the widest. A span that is certain of no
// day begins after its end.
func (s span) days(certain bool) (first, last string) {
	switch {
	case !certain:
		first, last = s.since.First(), s.until.Last()
		if s.until == "" {
			last = never
		}
	case s.since == "" || s.until == "":
		first, last = never, always
	default:
		first, last = s.since.Last(), s.until.First()
	}
	return first, last
}

// overlap is yes where all ties share a day for certain, no where they cannot share any, else unknown.
func overlap(ties []InterlockTie) string {
	switch {
	case share(ties, true):
		return "yes"
	case share(ties, false):
		return "unknown"
	}
	return "no"
}

// share reports whether there is a day on which each tie has a link: the first day of one of them, if any.
func share(ties []InterlockTie, certain bool) bool {
	for _, t := range ties {
		for _, s := range t.spans {
			day, last := s.days(certain)
			if day <= last && !slices.ContainsFunc(ties, func(t InterlockTie) bool { return !t.holdsOn(day, certain) }) {
				return true
			}
		}
	}
	return false
}

func (t InterlockTie) holdsOn(day string, certain bool) bool {
	return slices.ContainsFunc(t.spans, func(s span) bool {
		first, last := s.days(certain)
		return first <= day && day <= last
	})
}

// hull is the earliest beginning and the latest end of spans, empty where one is unknown.
func hull(spans []span) (since, until graph.Date) {
	for i, s := range spans {
		if s.since == "" || i > 0 && since == "" {
			since = ""
		} else if i == 0 || s.since.First() < since.First() {
			since = s.since
		}
		if s.until == "" || i > 0 && until == "" {
			until = ""
		} else if i == 0 || s.until.Last() > until.Last() {
			until = s.until
		}
	}
	return since, until
}
