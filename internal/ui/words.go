package ui

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// bandWords say in words what happened.
var bandWords = map[crosswalk.Band]string{
	crosswalk.Strong: "Working together", crosswalk.Established: "Have worked together", crosswalk.Emerging: "Agreed or proposed, not yet done",
	crosswalk.Mentioned: "Named together", crosswalk.Latent: "In common, no link named", crosswalk.None: "No link named",
}

// statusWords say how far a thing has come.
var statusWords = map[string]string{
	"held": "held", "running": "under way", "done": "done", "agreed": "agreed", "planned": "planned", "proposed": "proposed", "possible": "possible",
	"none": "named", "": "",
}

// levelWords say how well an opportunity is supported.
var levelWords = map[string]string{"clear": "Well supported", "possible": "Supported", "": ""}

// closingWords say who proposed that a group end.
var closingWords = map[string]string{
	"CA":   "the Canadian side proposed that the group end; the report names no decision of the Mexican side.",
	"MX":   "the Mexican side proposed that the group end; the report names no decision of the Canadian side.",
	"both": "both sides proposed that the group end.",
	"":     "the report tells that the group is to end, and not which side proposed it.",
}

// noteWords say why a careful reader must know something.
var noteWords = map[graph.NoteKind]string{
	"contradiction": "The report says both", "condition": "A condition", "gap": "Not told", "ambiguous": "Can be read otherwise", "misspelling": "As printed",
}
