package opportunity

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// proposals lists what the report says is still to come for all the groups together: sessions, projects and commitments,
// else the cross-references that tell of some. What is agreed or planned stands first, then by due date, then id.
func (f *finder) proposals(groups []int) []crosswalk.NextStep {
	var out, told []crosswalk.NextStep
	for _, e := range f.model.Events() {
		switch {
		case !e.Holds(groups...) || !e.ToCome():
		case e.Node >= 0:
			out = append(out, f.model.NextStepOf(e, groups...))
		default: // a reference, whatever it tells of
			told = append(told, f.model.NextStepOf(e, groups...))
		}
	}
	if len(out) == 0 {
		out = told
	}
	slices.SortFunc(out, crosswalk.ByFirmness)
	return out
}

// history is what the report tells of all the groups together: joint work done, and any at all, at whatever stage.
func (f *finder) history(groups []int) (done, told bool) {
	for _, e := range f.model.Events() {
		switch {
		case !e.Holds(groups...) || e.Class == crosswalk.Dropped:
		case e.Node >= 0:
			done, told = done || e.Class == crosswalk.Done, true
		case e.Tells || e.ToCome():
			told = true // a reference to something done is no event
		}
	}
	return done, told
}

// announced reports whether a cross-reference of the groups says that something is still to come.
func (f *finder) announced(groups []int) bool {
	return slices.ContainsFunc(f.model.Events(), func(e *crosswalk.Event) bool { return e.Node < 0 && e.Holds(groups...) && e.ToCome() })
}
