package ui

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// bandWords say in words what happened.
var bandWords = map[crosswalk.Band]string{
	crosswalk.Strong: "Working together", crosswalk.Established: "Have worked together", crosswalk.Emerging: "Agreed or proposed, not yet done",
	crosswalk.Mentioned: "Named together", crosswalk.Latent: "In common, no link named", crosswalk.None: "No link named",
}

// stateWords say why nothing can be said of a pair.
var stateWords = map[string]string{crosswalk.StateNoChapter: "No chapter: nothing can be said", crosswalk.StateNotActive: "Not active: nothing can be said"}

// statusWords say how far a thing has come.
var statusWords = map[string]string{
	"held": "held", "running": "running", "done": "done", "agreed": "agreed", "planned": "planned", "proposed": "proposed", "possible": "possible",
	"none": "named", "": "",
}

// stageWords are statusWords where they are counted; a thing of no stage is only named.
var stageWords = map[string]string{
	"held": "held", "running": "running", "done": "done", "agreed": "agreed", "planned": "planned", "proposed": "proposed", "possible": "possible", "": "named",
}

// channelWords name the channels of a score, channelNouns what one holds.
var (
	channelWords = map[string]string{"session": "Joint sessions", "project": "Joint projects", "commitment": "Joint commitments", "reference": "Named in the text",
		"institution": "Institutions in both", "theme": "Themes of both", "need": "Sought by one, offered by the other"}
	channelNouns = map[string][2]string{"session": {"joint session", "joint sessions"}, "project": {"joint project", "joint projects"},
		"commitment": {"joint commitment", "joint commitments"}, "reference": {"mention", "mentions"}, "institution": {"institution", "institutions"}, "theme": {"theme", "themes"}}
)

// stepWords begin a sentence on what is to come.
var stepWords = map[string]string{"agreed": "Agreed in the report", "planned": "Planned in the report", "proposed": "Proposed in the report", "possible": "Named as possible in the report"}

// levelWords say how well an opportunity is supported by what its members have in common.
var levelWords = map[string]string{opportunity.Clear: "Well supported", opportunity.Possible: "Supported"}

// listWords say what a list of possible collaboration holds.
var listWords = map[string]string{opportunity.New: "Not named in the report", opportunity.FollowUp: "Proposed in the report, or named as possible", opportunity.Deepen: "Have worked together, and there is more",
	opportunity.NewTable: "Three groups, no link named between them", opportunity.ExtendAPair: "Two of the three have a link", opportunity.CloseTheTriangle: "Two of the three pairs have a link",
	opportunity.NeverAllTogether: "Each pair has a link, nothing named with all three"}

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

// kindWords name a thing of a kind.
var kindWords = map[graph.Kind]string{
	graph.Partnership: "Partnership", graph.WorkingGroup: "Working group", graph.Institution: "Institution", graph.Person: "Person", graph.Project: "Project", graph.Session: "Session",
	graph.Commitment: "Commitment", graph.Theme: "Theme", graph.Figure: "Figure", graph.Place: "Place", graph.ReportKind: "Report",
}

// dueWords say how a commitment stands against today; a date that passed says nothing about what was done.
var dueWords = map[string]string{"to-come": "to come", "date-passed": "date passed, no later edition loaded", "not-mentioned-since": "not mentioned in a later edition"}

// countryWords name the countries that occur; another is told by its code.
var countryWords = map[string]string{"CA": "Canada", "MX": "Mexico", "INT": "international", "US": "United States", "GB": "United Kingdom", "FR": "France", "EG": "Egypt", "BR": "Brazil",
	"CO": "Colombia", "GT": "Guatemala", "HN": "Honduras", "DE": "Germany", "ES": "Spain", "CL": "Chile", "PE": "Peru", "JP": "Japan", "CN": "China"}

// languageWords name languages.
var languageWords = map[string]string{"en": "English", "fr": "French", "es": "Spanish"}
