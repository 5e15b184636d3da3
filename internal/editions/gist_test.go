package editions_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
)

// pointers open a sentence that is a riddle without the one before it.
var pointers = strings.Fields("another both he her here his it its one others she such that their there these they this those we")

// leads may stand before a pointer, as in "of these" or "under it".
var leads = strings.Fields("about after among at before beyond for from in of on since through under with")

// bare are words that name nothing by themselves: after "the", or opening a sentence, they need to be told of what or whom.
var bare = strings.Fields("agreement agreements chapter co-chairs company countries delegates event events exchange group groups " +
	"initiative initiatives item items list lists measures meeting mission missions officials paper participants partners plan " +
	"platform program project projects results review roadshow session sessions show stakeholders steps studies study system " +
	"text title tools topics visit workshop workshops")

// definers tell of what or whom a bare word speaks.
var definers = strings.Fields("about between for from of on with")

// riddle is the words with which a gist points at something that it does not name, empty for a gist that stands alone.
func riddle(gist string) string {
	words := strings.FieldsFunc(strings.ToLower(gist), func(r rune) bool { return r == ' ' || r == ',' || r == ':' || r == ';' || r == '.' })
	if len(words) == 0 {
		return "nothing"
	}
	if len(words) > 1 && slices.Contains(leads, words[0]) && slices.Contains(pointers, words[1]) {
		return words[0] + " " + words[1]
	}
	if slices.Contains(pointers, words[0]) {
		return words[0]
	}
	noun := 0
	if words[0] == "the" {
		noun = 1
	}
	if noun >= len(words) {
		return words[0]
	}
	named := noun+1 < len(words) && slices.Contains(definers, words[noun+1])
	word := strings.TrimSuffix(strings.TrimSuffix(words[noun], "'s"), "'")
	if noun == 1 && word == "two" || slices.Contains(bare, word) && !named {
		return strings.Join(words[:noun+1], " ")
	}
	return ""
}

// TestGistsStandAlone: a gist is read alone beside a link, so none opens with a word that points at another sentence.
func TestGistsStandAlone(t *testing.T) {
	for _, name := range editions.Names() {
		b, err := editions.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for id, g := range gists(b) {
			if r := riddle(g["en"]); r != "" {
				t.Errorf("%s opens with %q, which says nothing alone: %s", id, r, g["en"])
			}
		}
	}
}

// gists are those of an edition's passages and notes, by id.
func gists(b graph.Bundle) map[string]graph.Names {
	out := map[string]graph.Names{}
	for _, p := range b.Passages {
		out[p.ID] = p.Gist
	}
	for _, n := range b.Notes {
		out[n.ID] = n.Gist
	}
	return out
}

// TestRiddle holds the rule to sentences that point and to sentences that name what they speak of.
func TestRiddle(t *testing.T) {
	for gist, want := range map[string]string{
		"It studied impacts.":                   "it",
		"Their first meeting was set.":          "their",
		"Of these, 19 ended in approval.":       "of these",
		"Under it, students were to go abroad.": "under it",
		"Another was a seminar.":                "another",
		"One was a workshop.":                   "one",
		"Both sides welcomed the talks.":        "both",
		"The two could take them up.":           "the two",
		"The group's fields were three.":        "the group's",
		"The co-chairs led a talk.":             "the co-chairs",
		"Participants took up four topics.":     "participants",
		"The":                                   "the",
		"":                                      "nothing",
		"Participants of the Energy meeting took up topics.": "",
		"The Energy group met.":                              "",
		"The review of the Broadcasting Act covered aims.":   "",
		"Mexico told of its consultations.":                  "",
		"Of Mexico's 20 processes, 19 ended in approval.":    "",
		"Two divisions of Global Affairs Canada took part.":  "",
	} {
		if got := riddle(gist); got != want {
			t.Errorf("%q: %q, want %q", gist, got, want)
		}
	}
}

// TestGistsAreNeutral: no gist tells anyone what to do or blames.
func TestGistsAreNeutral(t *testing.T) {
	for _, name := range editions.Names() {
		b, err := editions.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		for id, g := range gists(b) {
			for _, w := range []string{" should ", "failed to", "overdue", " must "} {
				if strings.Contains(strings.ToLower(g["en"]), w) {
					t.Errorf("%s says %q: %s", id, w, g["en"])
				}
			}
		}
	}
}
