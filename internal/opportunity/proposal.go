package opportunity

import (
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
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
			out = append(out, f.eventStep(e, groups))
		case e.Tells:
			told = append(told, f.referenceStep(e))
		}
	}
	if len(out) == 0 {
		out = told
	}
	sort.SliceStable(out, func(i, k int) bool {
		a, b := out[i], out[k]
		if a.Firm != b.Firm {
			return a.Firm
		}
		if a.Due != b.Due {
			return a.Due != "" && (b.Due == "" || a.Due < b.Due)
		}
		return a.ID < b.ID
	})
	return out
}

// eventStep is an event as a next step, with the passages that tie each of the groups to it.
func (f *finder) eventStep(e *crosswalk.Event, groups []int) crosswalk.NextStep {
	step := f.model.NextStepOf(e, groups[0], groups[1])
	for _, g := range groups[2:] {
		step.Passages = set(append(step.Passages, f.model.NextStepOf(e, groups[0], g).Passages...))
	}
	return step
}

// referenceStep is a cross-reference as a next step: by its link's id, named by its topic.
func (f *finder) referenceStep(e *crosswalk.Event) crosswalk.NextStep {
	name := graph.Names{"en": e.Topic}
	if t, ok := f.snap.Lookup("theme:" + e.Topic); ok {
		name = f.snap.Entity(t).Name
	}
	return crosswalk.NextStep{ID: e.ID, Name: name, Status: e.Status, Firm: e.Class == crosswalk.Agreed, Groups: f.memberIDs(e.Groups), Passages: f.model.EventPassages(e)}
}

// history is what the report tells of all the groups together: joint work done, and any at all, at whatever stage.
func (f *finder) history(groups []int) (done, told bool) {
	for _, e := range f.model.Events() {
		switch {
		case !e.Holds(groups...) || e.Class == crosswalk.Dropped:
		case e.Node >= 0:
			done, told = done || e.Class == crosswalk.Done, true
		case e.Tells:
			told = true // a reference to something done is no event
		}
	}
	return done, told
}
