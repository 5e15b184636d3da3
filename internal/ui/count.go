package ui

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// stages are the stages of what ties groups, from firmest.
var stages = []string{"held", "running", "done", "agreed", "planned", "proposed", "possible", ""}

// counts says in a word each what stands behind a pair's band: 1 held, 2 agreed. What is told of earlier years, undated, is no
// number of things and stands apart: 1 held, and in earlier years; 2 agreed.
func counts(x crosswalk.Explanation) string {
	n, earlier := map[string]int{}, map[string]bool{}
	for _, part := range x.Parts {
		if part.Direct {
			tally(part, n, earlier)
		}
	}
	var out []string
	comma := ", "
	for _, s := range stages {
		switch {
		case n[s] > 0 && earlier[s]:
			out, comma = append(out, fmt.Sprintf("%d %s, and in earlier years", n[s], stageWords[s])), "; "
		case n[s] > 0:
			out = append(out, fmt.Sprintf("%d %s", n[s], stageWords[s]))
		case earlier[s]:
			out = append(out, stageWords[s]+" in earlier years")
		}
	}
	return strings.Join(out, comma)
}

// tally counts what is dated in a part by stage, and notes the stages of what is told of earlier years.
func tally(part crosswalk.Part, n map[string]int, earlier map[string]bool) {
	for _, i := range part.Items {
		if i.Dated {
			n[stage(i.Status)]++
		} else {
			earlier[stage(i.Status)] = true
		}
	}
}

// stage is a status as counts know it: none is told as no stage at all.
func stage(status string) string {
	if _, known := stageWords[status]; known {
		return status
	}
	return ""
}

// ties says in words what ties a pair: 1 joint session held, 2 commitments agreed.
func ties(x crosswalk.Explanation) string {
	var out []string
	for _, part := range x.Parts {
		if !part.Direct {
			continue
		}
		n, earlier := map[string]int{}, map[string]bool{}
		tally(part, n, earlier)
		for _, s := range stages {
			if n[s] > 0 {
				out = append(out, strings.TrimSpace(plural(n[s], channelNouns[part.Channel])+" "+tieWords(s)))
			}
			if earlier[s] {
				out = append(out, "joint work in earlier years")
			}
		}
	}
	return sentence(out)
}

// tieWords are statusWords behind a noun.
func tieWords(stage string) string {
	if stage == "possible" {
		return "named as possible"
	}
	return statusWords[stage]
}

// plural is a number with its noun, given in singular and plural.
func plural(n int, noun [2]string) string {
	if n == 1 {
		return "1 " + noun[0]
	}
	return fmt.Sprintf("%d %s", n, noun[1])
}

// sentence joins names as a sentence does; where one holds a comma or an "and", so that each stays whole, by semicolons.
func sentence(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	comma, and := ", ", " and "
	if all := strings.Join(names, "|"); strings.Contains(all, ",") || strings.Contains(all, " and ") {
		comma, and = "; ", "; and "
	}
	return strings.Join(names[:len(names)-1], comma) + and + names[len(names)-1]
}
