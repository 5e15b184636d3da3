package crosswalk

import (
	"math"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Class is how far an event has come.
type Class int

// The classes, from firmest.
const (
	Done     Class = iota // held, running, done
	Agreed                // agreed, planned
	Proposed              // proposed, possible
	Untold                // a reference that tells no status
	Dropped
)

// Event is one thing that ties groups: a session, a project, a commitment, or references on one topic.
type Event struct {
	ID        string       // of the entity; of the first link for references
	Node      graph.Node   // -1 for references
	Links     []graph.Edge // the references themselves; nil for entities
	Channel   Channel
	Groups    []int // numbers of the groups that it ties, ascending; at least two
	Status    string
	Class     Class
	Year      int  // of the event, or of the edition that tells it
	Dated     bool // false: told as of "earlier years"
	Recurring bool
	Topic     string  // of references
	Tells     bool    // a reference that tells of a session, project or commitment
	Weight    float64 // s·a/(n-1), without confidence
	StatusW   float64 // s
	AgeW      float64 // a
	edition   int     // year of the newest edition that says so
	ties      []tie   // parallel to Groups; one shared tie for references
}

// statusWeights is s of the model: how much of a whole event a status is; what was dropped is none.
var statusWeights = map[string]float64{"held": 1, "running": 1, "done": 1, "agreed": 0.5, "planned": 0.5, "proposed": 0.25, "possible": 0.25, "none": 0.25, "": 0.25}

func classOf(status string) Class {
	switch status {
	case "held", "running", "done":
		return Done
	case "agreed", "planned":
		return Agreed
	case "proposed", "possible":
		return Proposed
	case "dropped":
		return Dropped
	}
	return Untold
}

// ageWeight is a = 2^(-(T-year)/H), halved for what is undated.
func ageWeight(asOf, year int, halfLife float64, dated bool) float64 {
	a := math.Exp2(-float64(max(0, asOf-year)) / halfLife)
	if !dated {
		a *= 0.5
	}
	return a
}
