package ui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// passageView is what the page of a passage shows.
type passageView struct {
	frame
	Gist     string
	Lang     string
	Quote    string
	Language string // of the quote
	Facts    []factView
	Ties     []pairLine // pairs of groups that rest on it
	Entities []kindList
	Links    []statementView
	Notes    []noteView
}

// kindList is things of one kind.
type kindList struct {
	Title string
	Items []refView
}

// statementView is a link as a sentence.
type statementView struct {
	From, To   refView
	Verb, Note string
}

func passagePage(v *viewer, ids []string) (string, any, error) {
	d, err := explore.PassageDetailOf(v.snap, ids[0])
	if err != nil {
		return "", nil, err
	}
	edition := v.edition(d.Report)
	p := &passageView{Quote: d.Quote, Language: edition.Language, Facts: v.passageFacts(&d.Passage, edition), Entities: v.byKind(d.Entities)}
	p.Gist, p.Lang = d.Gist.In("en")
	for _, id := range d.Links {
		if e, ok := v.snap.LinkByID(id); ok {
			p.Links = append(p.Links, v.statement(e))
		}
	}
	slices.SortStableFunc(p.Links, func(a, b statementView) int {
		return strings.Compare(a.From.Name+a.Verb+a.To.Name, b.From.Name+b.Verb+b.To.Name)
	})
	for _, n := range v.snap.Notes("") {
		if slices.Contains(d.Notes, n.ID) {
			p.Notes = append(p.Notes, v.note(n, 0))
		}
	}
	if v.ranks() {
		if p.Ties, err = v.tiesOn(d.ID); err != nil {
			return "", nil, err
		}
	}
	p.frame = v.frame(fmt.Sprintf("A passage of the %d report", edition.Year), v.kept("JSON", "/api/v1/passages/"+d.ID))
	return "passage.html", p, nil
}

// passageFacts says where a passage stands.
func (v *viewer) passageFacts(p *graph.Passage, edition graph.Report) []factView {
	facts := []factView{{"Report", []valueView{{refView: v.ref(p.Report)}}}, textFact("Section", strings.Join(p.Section, " › "))}
	where := "heading"
	if p.Paragraph > 0 {
		where = fmt.Sprintf("paragraph %d of the section", p.Paragraph)
	}
	if p.Page > 0 {
		where += fmt.Sprintf(", page %d", p.Page)
	}
	if p.Line > 0 {
		where += fmt.Sprintf(", line %d of the text", p.Line)
	}
	facts = append(facts, textFact("Place", where))
	if p.Chapter != "" {
		facts = append(facts, factView{"Chapter of", []valueView{{refView: v.ref(p.Chapter)}}})
	}
	if edition.URL != "" {
		facts = append(facts, webFact("Published at", edition.URL))
	}
	return facts
}

// byKind lists things by kind, in the order in which people read kinds.
func (v *viewer) byKind(things []explore.Thing) []kindList {
	var out []kindList
	for _, k := range graph.Kinds {
		l := kindList{Title: kindPlurals[k]}
		for _, t := range things {
			if t.Kind == k {
				l.Items = append(l.Items, v.withStage(t.ID))
			}
		}
		if len(l.Items) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// withStage is a thing with how far it has come beside it.
func (v *viewer) withStage(id string) refView {
	r := v.ref(id)
	if n, ok := v.snap.Lookup(id); ok {
		r.Note = stageOf(v.snap.Entity(n))
	}
	return r
}

// tiesOn lists the pairs of groups that something told in the passage ties.
func (v *viewer) tiesOn(passage string) ([]pairLine, error) {
	xs, err := v.ranking.List(crosswalk.Filter{})
	if err != nil {
		return nil, err
	}
	var out []pairLine
	for _, x := range xs {
		if slices.ContainsFunc(x.Parts, func(p crosswalk.Part) bool {
			return p.Direct && slices.ContainsFunc(p.Items, func(i crosswalk.Item) bool { return slices.Contains(i.Passages, passage) })
		}) {
			out = append(out, v.pairLine(x))
		}
	}
	return out, nil
}
