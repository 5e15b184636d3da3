package ui

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// levelText says on what an opportunity rests: every one has such a label.
func levelText(x opportunity.Opportunity) string {
	switch words := levelWords[x.Level]; {
	case words != "":
		return words
	case len(x.NextSteps) > 0:
		return "Rests on the report’s own step"
	}
	return "Little in common is named"
}

// topNames is how many things a sentence names before it counts the rest.
const topNames = 3

// inCommon says in a sentence what the members of an opportunity have in common.
func (v *viewer) inCommon(x opportunity.Opportunity) string {
	all, each := "Both", "both"
	if len(x.Members) > 2 {
		all, each = "All three", "all three"
	}
	var out []string
	for _, p := range x.Parts {
		names, n := v.itemNames(p), len(p.Items)
		switch p.Channel {
		case "theme":
			out = append(out, lowerUnlessFirst(len(out), fmt.Sprintf("%s speak of %s", all, quoted(names, "themes"))))
		case "need":
			out = append(out, lowerUnlessFirst(len(out), fmt.Sprintf("One seeks and another offers %s", quoted(names, "themes"))))
		case "institution":
			verb := "are named in the work of"
			if n == 1 {
				verb = "is named in the work of"
			}
			out = append(out, fmt.Sprintf("%s %s %s", quoted(names, "institutions"), verb, each))
		}
	}
	return strings.Join(out, "; ") + "."
}

func (v *viewer) itemNames(p crosswalk.Part) []string {
	var out []string
	for _, i := range p.Items {
		name, _ := i.Name.In("en")
		out = append(out, name)
	}
	return out
}

// quoted names things, each between quotes so that an "and" of its own does no harm, and counts those beyond the first few.
func quoted(names []string, what string) string {
	shown := min(len(names), topNames)
	var out []string
	for _, n := range names[:shown] {
		out = append(out, "“"+n+"”")
	}
	if more := len(names) - shown; more > 0 {
		out = append(out, fmt.Sprintf("%d more %s", more, what))
	}
	if len(out) == 1 {
		return out[0]
	}
	return strings.Join(out[:len(out)-1], ", ") + " and " + out[len(out)-1]
}

// lowerUnlessFirst is a clause as it stands in a sentence after others.
func lowerUnlessFirst(before int, clause string) string {
	if before == 0 {
		return clause
	}
	return lower(clause)
}
