package ui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// itemView is one thing that ties a pair, or that both of it have.
type itemView struct {
	refView
	Kind    string // what it is, in words
	Status  string
	When    string
	Weight  string
	Points  string
	Told    string // which chapters tell it, and which of the pair's does not name it
	With    string // groups that it ties beside the two
	Sources sourcesView
}

// item shows one item of a pair with all its passages.
func (v *viewer) item(x crosswalk.Explanation, i crosswalk.Item) itemView {
	out := itemView{refView: v.told(i.Entity+i.Link, i.Name), Status: statusWords[i.Status], Weight: places(i.Weight), Points: places(i.Points),
		Told: v.tellers(x.Members, i), Sources: v.sources(i.Passages, 0, "")}
	if n, ok := v.snap.Lookup(i.Entity); ok {
		out.Kind = v.kindOf(v.snap.Entity(n))
	}
	switch {
	case !i.Dated:
		out.When = "in earlier years"
	case i.Year > 0:
		out.When = fmt.Sprint(i.Year)
	}
	var with []string
	for _, g := range i.Groups {
		if !slices.ContainsFunc(x.Members, func(m crosswalk.Member) bool { return m.ID == g }) {
			with = append(with, v.named(g))
		}
	}
	out.With = sentence(with)
	return out
}

// told is what an item or an omission is, by its id and name; a cross-reference is named by its topic, which may be a slug.
func (v *viewer) told(id string, n graph.Names) refView {
	name, lang := n.In("en")
	if strings.HasPrefix(id, "link:") {
		return refView{Name: "Named in the text: " + strings.ReplaceAll(name, "-", " "), Lang: lang}
	}
	return v.ref(id)
}

var idInText = regexp.MustCompile(`\b(session|project|commitment|theme|institution|group):[a-z0-9-]+(:[a-z0-9-]+)*`)

// withNames puts names where a sentence holds ids.
func (v *viewer) withNames(text string) string {
	return idInText.ReplaceAllStringFunc(text, func(id string) string {
		if n := v.named(id); n != "" {
			return "“" + n + "”"
		}
		return id
	})
}

// places is a number in three places.
func places(f float64) string { return fmt.Sprintf("%.3f", f) }
