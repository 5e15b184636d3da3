package explore

import "github.com/crosswalk-kg/crosswalk/graph"

// DueState says in one word how a commitment stands against today (2006-01-02): done, dropped, to-come (its date has not
// passed), and else not-mentioned-since (a later edition of its partnership is loaded and does not tell of it), date-passed or
// undated. Never more: that a report is silent does not say that nothing was done.
func DueState(s *graph.Snapshot, e *graph.MergedEntity, today string) string {
	switch st := e.Properties.Text("status"); st {
	case "done", "dropped":
		return st
	}
	due := e.Properties.Date("due")
	switch {
	case due != "" && due.Last() >= today:
		return "to-come"
	case silent(s, e):
		return "not-mentioned-since"
	case due != "":
		return "date-passed"
	}
	return "undated"
}

// silent reports whether a partnership that told of e has an edition of a later year that does not.
func silent(s *graph.Snapshot, e *graph.MergedEntity) bool {
	last := map[string]int{} // partnership → year of its newest edition that tells of e
	for _, st := range e.Statements {
		r, _ := s.Report(st.Report)
		last[r.Partnership] = max(last[r.Partnership], r.Year)
	}
	for partnership, year := range last {
		if year < s.Newest(partnership) {
			return true
		}
	}
	return false
}
