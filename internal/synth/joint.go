package synth

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// joint is an event that ties two groups or more, as editions tell it for as long as there is something to tell.
type joint struct {
	id, kind, status string
	names            graph.Names
	groups           []int
	themes           []*theme
	bodies           []*body
	date             string // of a session held
	recurring        bool
	after            *joint // a session that this one follows
}

// tellJoint tells what groups do together: what became of last year's intentions, what goes on, and what is new, as many as
// chance has it, between those whose rate is high.
func (e *edition) tellJoint() {
	w := e.w
	var told []*joint
	for _, j := range w.joints {
		if next := j.next(w); next != nil {
			told = append(told, next)
		}
	}
	active := w.activeGroups()
	rates := w.rates(active)
	w.record(rates)
	for _, a := range active {
		for b := range a {
			for range w.dice.poisson(rates[a][b]) {
				told = append(told, e.newJoint(a, b, active))
			}
		}
	}
	for _, j := range told {
		if j.after != nil && !e.told(j.after.id) {
			e.tellEvent(j.after)
		}
		e.tellEvent(j)
	}
	w.joints = told
}

// rates is the number of new joint events expected of each pair at [a][b], a > b: as many in all as the edition of 2018 has
// for its groups, shared out by weight, among active groups of which one has a chapter.
func (w *World) rates(active []int) [][]float64 {
	out := make([][]float64, len(w.groups))
	total := 0.0
	for a := range out {
		out[a] = make([]float64, a)
		for b := range a {
			if slices.Contains(active, a) && slices.Contains(active, b) && (w.hasChapter(a) || w.hasChapter(b)) {
				out[a][b] = w.latent.weight(a, b)
				total += out[a][b]
			}
		}
	}
	fresh := 0.75 * profileJoint / 8 * float64(len(active)) // a quarter of what is told went before
	if w.year == w.options.FirstYear {
		fresh /= 0.75
	}
	for a := range out {
		for b := range out[a] {
			if total > 0 {
				out[a][b] = float64(out[a][b]*fresh) / total
			}
		}
	}
	return out
}

// newJoint draws an event that a and b begin, with others that have to do with them.
func (e *edition) newJoint(a, b int, active []int) *joint {
	w, d := e.w, e.w.dice
	j := &joint{kind: choose(d, jointKinds), groups: []int{b, a}}
	for n := choose(d, groupsPerJoint); len(j.groups) < min(n, len(active)); {
		weights := make([]float64, len(active))
		for i, g := range active {
			if !slices.Contains(j.groups, g) {
				weights[i] = w.latent.weight(g, a) + w.latent.weight(g, b)
			}
		}
		j.groups = append(j.groups, active[d.weighted(weights)])
	}
	slices.Sort(j.groups)
	subject := pick(d, subjects)
	switch j.kind {
	case "session":
		j.status, j.names, j.recurring = choose(d, sessionStatuses), sentence(named{"Joint session on", "Séance conjointe :", "Sesión conjunta:"}, subject, ""), d.yes(0.15)
		j.id = fmt.Sprintf("session:%s:%d:%s", w.short, w.year, numbered(subject[0], w.number()))
		j.hold(w)
	case "project":
		j.status, j.names = choose(d, jointProjects), sentence(named{"Joint project on", "Projet conjoint :", "Proyecto conjunto:"}, subject, "")
		j.id = "project:" + w.short + ":" + numbered("joint "+subject[0], w.number())
	default:
		j.status, j.names = choose(d, jointFirmnesses), sentence(pick(d, commitmentWords), subject, "")
		j.id = fmt.Sprintf("commitment:%s:%d:%s", w.short, w.year, numbered("joint "+subject[0], w.number()))
	}
	j.themes = e.someThemes(pick(d, j.groups), choose(d, themesPerJoint))
	for range choose(d, bodiesPerJoint) {
		if m := e.someBody(pick(d, j.groups)); m != nil {
			j.bodies = append(j.bodies, m)
		}
	}
	return j
}

// hold dates a session that was held.
func (j *joint) hold(w *World) {
	if j.kind == "session" && j.status == "held" {
		j.date = fmt.Sprintf("%d-%02d", w.year, 1+w.dice.below(12))
	}
}

// next is what there is to tell of the event in the year after, nil where there is nothing more. What was intended takes place,
// is told again or dropped; what recurs has a successor; a project goes on.
func (j *joint) next(w *World) *joint {
	d, n := w.dice, *j
	for _, g := range j.groups {
		if !w.groups[g].activeIn(w.year) {
			return nil
		}
	}
	n.after = nil
	at := d.unit()
	switch {
	case j.status == "held" && j.recurring && at < 0.6:
		n.id = fmt.Sprintf("session:%s:%d:again-%d", w.short, w.year, w.number())
		before := *j
		before.after = nil
		n.after = &before
		n.hold(w)
	case j.status == "running" && at < 0.5:
	case j.status == "running" && at < 0.7:
		n.status = "done"
	case j.status == "held" || j.status == "running" || j.status == "done" || j.status == "dropped":
		return nil
	case at < followThrough[j.status]:
		n.status = map[string]string{"session": "held", "project": "running", "commitment": "done"}[j.kind]
		n.hold(w)
	case at > 0.95:
		n.status = "dropped"
	case at < 0.8:
		return nil
	}
	return &n
}
