package ui

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// stageOf is how far a session, project or commitment has come: a commitment that is neither done nor dropped by how firm it is. Empty
// where no edition tells it, and for things that know no stage.
func stageOf(e *graph.MergedEntity) string {
	switch e.Kind {
	case graph.Session, graph.Project:
		return e.Properties.Text("status")
	case graph.Commitment:
		if s := e.Properties.Text("status"); s == "done" || s == "dropped" {
			return s
		}
		return e.Properties.Text("firmness")
	}
	return ""
}

// staged reports whether things of a kind have a stage.
func staged(k graph.Kind) bool {
	return k == graph.Session || k == graph.Project || k == graph.Commitment
}

// justNamed stands after the classes: what a chapter names and nobody is said to take part in.
const justNamed = crosswalk.Dropped + 1

// stagedTitles are the headings over what a thing held, ran, promised or took part in, by class: what is only proposed never stands
// under a heading that says that it was done.
var stagedTitles = map[graph.LinkType][justNamed + 1]string{
	graph.Holds: {crosswalk.Done: "Sessions held", crosswalk.Agreed: "Sessions agreed or planned", crosswalk.Proposed: "Sessions only proposed or possible",
		crosswalk.Untold: "Sessions, at no stage that is told", crosswalk.Dropped: "Sessions dropped"},
	graph.Runs: {crosswalk.Done: "Projects done or under way", crosswalk.Agreed: "Projects agreed or planned", crosswalk.Proposed: "Projects only proposed or possible",
		crosswalk.Untold: "Projects, at no stage that is told", crosswalk.Dropped: "Projects dropped", justNamed: "Projects that its chapter only names"},
	graph.CommitsTo: {crosswalk.Done: "Commitments done", crosswalk.Agreed: "Commitments agreed or planned", crosswalk.Proposed: "Commitments only proposed or possible",
		crosswalk.Untold: "Commitments, not told how firm", crosswalk.Dropped: "Commitments dropped"},
	graph.ParticipatesIn: {crosswalk.Done: "Took part in", crosswalk.Agreed: "Named for what is agreed or planned", crosswalk.Proposed: "Named for what is only proposed or possible",
		crosswalk.Untold: "Named for, at no stage that is told", crosswalk.Dropped: "Named for what was dropped", justNamed: "Named in"},
	graph.InvolvedIn: {crosswalk.Done: "Involved in", crosswalk.Agreed: "Named for what is agreed or planned as a project", crosswalk.Proposed: "Named for what is only proposed or possible as a project",
		crosswalk.Untold: "Named for projects, at no stage that is told", crosswalk.Dropped: "Named for projects that were dropped"},
}

// classAnchors tell the lists of a type apart in addresses.
var classAnchors = [justNamed + 1]string{crosswalk.Agreed: "-agreed", crosswalk.Proposed: "-proposed", crosswalk.Untold: "-untold", crosswalk.Dropped: "-dropped", justNamed: "-named"}

// classOf says in which list of its type a link stands, seen from own, and under which heading.
func (v *viewer) classOf(own *graph.MergedEntity, x explore.Neighbour) (crosswalk.Class, string) {
	role := x.Properties.Text(roleOf[x.Type])
	if x.Direction == "in" {
		return classIn(own, x.Type, role)
	}
	titles, ok := stagedTitles[x.Type]
	other, known := v.snap.Lookup(x.Other.ID)
	switch {
	case !ok || !known:
		return crosswalk.Done, neighbourWords[x.Type][0]
	case titles[justNamed] != "" && (role == "mentions" || role == "mentioned"):
		return justNamed, titles[justNamed]
	case !staged(x.Other.Kind):
		return crosswalk.Done, titles[crosswalk.Done]
	}
	class := crosswalk.ClassOf(stageOf(v.snap.Entity(other)))
	return class, titles[class]
}

// classIn is classOf for a link that ends at own: nobody took part in what is not done.
func classIn(own *graph.MergedEntity, t graph.LinkType, role string) (crosswalk.Class, string) {
	title := neighbourWords[t][1]
	if t != graph.ParticipatesIn && t != graph.InvolvedIn {
		return crosswalk.Done, title
	}
	if role == "mentioned" {
		return justNamed, "Who is named with it"
	}
	if class := crosswalk.ClassOf(stageOf(own)); staged(own.Kind) && class != crosswalk.Done {
		return class, "Who is named for it"
	}
	return crosswalk.Done, title
}
