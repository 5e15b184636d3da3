package ui

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// orderOf says in sentences with what number a pair stands where in the list of links.
func (v *viewer) orderOf(x crosswalk.Explanation) []string {
	if x.Score == nil {
		return []string{"No score, as nothing can be said of the two; they are not ordered."}
	}
	if *x.Score == 0 {
		return []string{"Score 0.00: the report names no link. Such pairs are not ordered."}
	}
	out := []string{fmt.Sprintf("Score %.2f, between 0 and 1.", *x.Score)}
	if x.Rank != nil {
		out = append(out, placeText("the list of links", *x.Rank, x.RankInterval))
	}
	if c := x.Counterfactual; c != nil {
		out = append(out, fmt.Sprintf("Without “%s” the score would be %.2f.", v.nameOr(c.Name, c.Without), c.Score))
	}
	return out
}

// placeText says where in a list something stands, and between which places it moves under other parameters.
func placeText(list string, rank int, moves *[2]int) string {
	out := fmt.Sprintf("Place %d in %s", rank, list)
	switch {
	case moves == nil:
		return out + "."
	case moves[0] == moves[1]:
		return out + ", also when all weights are varied."
	}
	return fmt.Sprintf("%s; when all weights are varied, between place %d and place %d.", out, moves[0], moves[1])
}

// restsOn says that a pair would be called otherwise without the one thing that weighs most; empty where it would not.
func (v *viewer) restsOn(x crosswalk.Explanation) string {
	c := x.Counterfactual
	switch {
	case c == nil || x.Score == nil || c.Band == x.Band:
		return ""
	case c.Band == crosswalk.Latent || c.Band == crosswalk.None:
		return fmt.Sprintf("It rests on one thing: without “%s” the report would name no link.", v.nameOr(c.Name, c.Without))
	}
	return fmt.Sprintf("Much rests on one thing: without “%s” the link would be called “%s”.", v.nameOr(c.Name, c.Without), lower(bandWords[c.Band]))
}

// scoreMeaning says what a score is to whoever opens the numbers.
const scoreMeaning = "The score only orders the links. It grows with the joint work that the report tells: what was done counts more than what is agreed, and that more than what is proposed; " +
	"the recent more than the old; work of two groups alone more than work of many. What they have in common is not counted in it."

// orderMeaning says how a list of possible collaboration is ordered.
func orderMeaning(kind string) string {
	if kind == opportunity.FollowUp {
		return "The list begins with those of which the report tells more, then with those that have more in common."
	}
	return "The list begins with what is well supported; within that, with those that have more in common and do less together so far."
}

// chanceText says whether groups of this size would share as many institutions anyway; caution where they would.
func chanceText(x crosswalk.Explanation) (text string, caution bool) {
	c := x.Chance
	switch {
	case c == nil && x.NoChance != "":
		return "Whether groups of this size would share as many institutions anyway was not worked out: " + x.NoChance + ".", true
	case c == nil:
		return "", false
	}
	anyway := "hardly any"
	if c.Expected >= 0.5 {
		anyway = fmt.Sprintf("about %.0f", c.Expected)
	}
	shared := plural(c.Observed, [2]string{"institution is named in the work of both", "institutions are named in the work of both"})
	if c.Q > significant {
		return fmt.Sprintf("%s; groups of this size would share %s anyway, so the institutions alone say little.", shared, anyway), true
	}
	return fmt.Sprintf("%s; groups of this size would share %s anyway, so this is more than their size explains.", shared, anyway), false
}

// cautions are an answer's reasons for caution as sentences; what the institutions in common are worth is said once, in chanceText's words.
func (v *viewer) cautions(x crosswalk.Explanation, withChance bool) []string {
	chance, is := chanceText(x)
	var out []string
	for _, r := range x.Against {
		if r.Code == "not-above-chance" && chance != "" {
			withChance = true
			continue
		}
		out = append(out, v.caution(r))
	}
	if withChance && is {
		out = append(out, chance)
	}
	return out
}

// chanceFigures are the numbers behind chanceText.
func chanceFigures(x crosswalk.Explanation) string {
	if c := x.Chance; c != nil {
		return fmt.Sprintf("Institutions in both: %d observed, %.2f expected from the groups’ sizes alone; p = %.3f, and q = %.3f once corrected for the number of pairs compared.", c.Observed, c.Expected, c.P, c.Q)
	}
	return ""
}

// significant is the q up to which sharing institutions counts as more than the groups' sizes explain.
const significant = 0.05
