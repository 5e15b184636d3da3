package ui

import "github.com/crosswalk-kg/crosswalk/graph"

// linkVerbs say what a link states, from its start to its end; in the past, as of the edition.
var linkVerbs = map[graph.LinkType]string{
	graph.CoChairs: "co-chaired", graph.AffiliatedWith: "was of", graph.ParticipatesIn: "took part in", graph.Holds: "held", graph.Runs: "ran", graph.InvolvedIn: "was involved in",
	graph.CommitsTo: "is named for", graph.Concerns: "concerns", graph.ResponsibleFor: "was named as responsible for", graph.Addresses: "takes up", graph.RefersTo: "names in its chapter",
	graph.ReportsOn: "tells of", graph.States: "states", graph.About: "is about", graph.PartOf: "is part of", graph.Follows: "follows", graph.SucceededBy: "was succeeded by",
	graph.Broader: "is a narrower theme of", graph.LocatedIn: "is placed in",
}

// roleVerbs say it by the link's role or stance.
var roleVerbs = map[graph.LinkType]map[string]string{
	graph.Runs:           {"supports": "supported", "mentions": "names"},
	graph.Addresses:      {"seeks": "seeks", "offers": "offers"},
	graph.ParticipatesIn: {"presenter": "presented in", "mentioned": "was named in"},
}

// neighbourWords are the headings over a thing's links of a type: of those that start at it, and of those that end at it.
var neighbourWords = map[graph.LinkType][2]string{
	graph.CoChairs: {"Co-chaired", "Co-chairs"}, graph.AffiliatedWith: {"Institution", "People named with it"}, graph.ParticipatesIn: {"Took part in", "Who took part"},
	graph.Holds: {"Sessions", "Session of"}, graph.Runs: {"Projects", "Working groups"}, graph.InvolvedIn: {"Involved in", "Who was involved"}, graph.CommitsTo: {"Commitments", "Commitment of"},
	graph.Concerns: {"Concerns", "What concerns it"}, graph.ResponsibleFor: {"Named as responsible for", "Bodies named as responsible"}, graph.Addresses: {"Themes", "Who takes it up"},
	graph.RefersTo: {"Named in its chapter", "Named by"}, graph.ReportsOn: {"Tells of", "Told of in"}, graph.States: {"Figures", "Stated by"}, graph.About: {"About", "Figures about it"},
	graph.PartOf: {"Part of", "Parts"}, graph.Follows: {"Follows", "Followed by"}, graph.SucceededBy: {"Succeeded by", "Successor of"}, graph.Broader: {"Broader theme", "Narrower themes"},
	graph.LocatedIn: {"Place", "What is placed here"},
}

// kindPlurals name things of a kind.
var kindPlurals = map[graph.Kind]string{
	graph.Partnership: "Partnership", graph.WorkingGroup: "Working groups", graph.Institution: "Institutions", graph.Person: "People", graph.Project: "Projects", graph.Session: "Sessions",
	graph.Commitment: "Commitments", graph.Theme: "Themes", graph.Figure: "Figures", graph.Place: "Places", graph.ReportKind: "Reports",
}

// propertyWords name the properties that pages show, where the plain name would not do; those with an empty name are for programs.
var propertyWords = map[string]string{
	"named": "", "terms": "", "wikidata": "", "ror": "", "sha256": "", "text_sha256": "", "text_bytes": "", "work": "", "reader": "", "dated": "", "ordinal": "", "closing_side": "", "parent_of_record": "Part of, by other records",
	"valid_from": "From", "valid_to": "Until", "as_written": "As written", "iso3166_2": "Code", "status": "Stage", "firmness": "How firm", "url": "Published at", "start": "Date", "end": "", "value_to": "",
	"currency": "", "qualifier": "", "unit": "",
}
