package ui

import (
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// statement is link e as a sentence: from, verb, to, and what the link itself says.
func (v *viewer) statement(e graph.Edge) statementView {
	l := v.snap.Link(e)
	verb := linkVerbs[l.Type]
	if r, ok := roleVerbs[l.Type][l.Properties.Text(roleOf[l.Type])]; ok {
		verb = r
	}
	note := v.linkNote(l)
	if stage := v.toCome(e); stage != "" {
		if p := l.Properties.Text("role"); p != "mentions" && p != "mentioned" {
			verb = "is named for"
		}
		note = strings.TrimSuffix(stage+", "+note, ", ")
	}
	return statementView{v.ref(l.From), v.ref(l.To), verb, note}
}

// toCome is how far a session, project or commitment has come that a link leads to, where it is not done: then who the link starts at is
// named for it, and neither held nor ran it nor took part.
func (v *viewer) toCome(e graph.Edge) string {
	to := v.snap.Entity(v.snap.To(e))
	if _, ok := stagedTitles[v.snap.Link(e).Type]; !ok || !staged(to.Kind) {
		return ""
	}
	switch stage := stageOf(to); {
	case crosswalk.ClassOf(stage) == crosswalk.Done:
		return ""
	case stage == "":
		return "at no stage that is told"
	default:
		return stage
	}
}

// roleOf is the property that says what a link of a type means.
var roleOf = map[graph.LinkType]string{graph.Runs: "role", graph.Addresses: "stance", graph.ParticipatesIn: "role"}

// linkNote says what a link says beside its ends: side, title, role, amount, dates, how it was read.
func (v *viewer) linkNote(l *graph.MergedLink) string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, s)
		}
	}
	p := l.Properties
	if side := p.Text("side"); side != "" {
		add("for " + countryText(side))
	}
	if sector := p.Text("sector"); sector != "" {
		add(sector + " sector")
	}
	if p.Text("status") == "former" {
		add("former")
	} else if l.Type == graph.RefersTo && p.Text("status") != "none" {
		add(p.Text("status"))
	}
	add(p.Text("title"))
	if b := p.Text("on_behalf_of"); b != "" {
		add("on behalf of " + b)
	}
	if chapter, stated := p.Bool("chapter"); stated {
		add(map[bool]string{true: "with a chapter of its own", false: "without a chapter"}[chapter])
	}
	if l.Type == graph.InvolvedIn || l.Type == graph.RefersTo {
		add(strings.ReplaceAll(p.Text("role"), "-", " "))
	}
	if a, ok := p.Amount(); ok {
		add(amountText(a))
	}
	add(span(p.Date("since"), p.Date("until")))
	if l.Type == graph.CoChairs || l.Type == graph.AffiliatedWith { // an office is held in the year that an edition tells it of
		add("in " + yearsText(l.Years))
	}
	if l.Basis == graph.Inferred {
		add("inferred from the text")
	}
	return strings.Join(out, ", ")
}

// yearsText lists years: 2018 and 2019.
func yearsText(years []int) string {
	var out []string
	for _, y := range years {
		out = append(out, strconv.Itoa(y))
	}
	return sentence(out)
}
