package cli

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// bandWords say in words what happened.
var bandWords = map[crosswalk.Band]string{
	crosswalk.Strong: "Working together", crosswalk.Established: "Have worked together", crosswalk.Emerging: "Agreed or proposed, not yet done",
	crosswalk.Mentioned: "Named together", crosswalk.Latent: "In common, no link named", crosswalk.None: "The report names no link",
}

// linkWords say what a link's beginning is to its end.
var linkWords = map[graph.LinkType]string{
	graph.PartOf: "is part of", graph.Follows: "follows", graph.SucceededBy: "was succeeded by", graph.CoChairs: "co-chairs",
	graph.AffiliatedWith: "is of", graph.ParticipatesIn: "takes part in", graph.Holds: "holds", graph.Runs: "runs", graph.InvolvedIn: "is involved in",
	graph.CommitsTo: "commits to", graph.Concerns: "concerns", graph.ResponsibleFor: "is responsible for", graph.Addresses: "takes up",
	graph.RefersTo: "names", graph.ReportsOn: "reports on", graph.States: "states", graph.About: "is about", graph.Broader: "belongs to", graph.LocatedIn: "is in",
}
