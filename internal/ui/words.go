package ui

import (
	"html/template"

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

// noteWords say why a careful reader must know something.
var noteWords = map[graph.NoteKind]string{
	"contradiction": "The report says both", "condition": "A condition", "gap": "Not told", "ambiguous": "Can be read otherwise", "misspelling": "As printed",
}

// functions are for the templates.
var functions = template.FuncMap{
	"plus1": func(i int) int { return i + 1 },
}
