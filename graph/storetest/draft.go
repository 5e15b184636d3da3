package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Edition is a fictional bundle with the text that its spans count in. Nothing in it happened.
type Edition struct {
	Bundle graph.Bundle // valid, without quotes
	Text   []byte
}

// Report is the id of the edition's report.
func (e Edition) Report() string { return e.Bundle.Report.ID }

// partnership is the one that all fictional editions are of.
const partnership = "partnership:rivers"

// draft is an edition being written: one sentence a line, one passage a sentence.
type draft struct {
	b    graph.Bundle
	text []byte
	line int
}

// newDraft begins an edition; preface is text before the first passage.
func newDraft(short, work string, year int, language, preface string) *draft {
	d := &draft{b: graph.Bundle{Format: graph.BundleFormat}, text: []byte(preface)}
	d.line = strings.Count(preface, "\n")
	d.b.Report = graph.Report{ID: "report:" + short, Work: work, Partnership: partnership, Year: year, Language: language,
		Title: graph.Names{language: "Two Rivers " + fmt.Sprint(year)}, URL: "https://rivers.example/" + short}
	p := d.tell(partnership, "The Two Rivers Partnership brings both banks together.")
	d.entity(partnership, graph.Names{"en": "Two Rivers Partnership", "fr": "Partenariat des Deux Rivières"}, nil, p)
	return d
}

// tell adds a sentence to the chapter of a group and gives the id of its passage.
func (d *draft) tell(chapter, sentence string) string {
	d.line++
	id := fmt.Sprintf("passage:%s:%d-1", d.b.Report.Short(), d.line)
	start := len(d.text)
	d.text = append(d.text, sentence...)
	d.b.Passages = append(d.b.Passages, graph.Passage{ID: id, Section: []string{"Part I", chapter}, Paragraph: d.line, Chapter: chapter,
		Start: start, End: len(d.text), Line: d.line, Gist: graph.Names{"en": fmt.Sprintf("What line %d tells, in our words.", d.line)}})
	d.text = append(d.text, '\n')
	return id
}

func (d *draft) entity(id string, name graph.Names, p graph.Properties, evidence ...string) *graph.Entity {
	d.b.Entities = append(d.b.Entities, graph.Entity{ID: id, Kind: graph.KindOf(id), Name: name, Properties: p, Evidence: evidence})
	return &d.b.Entities[len(d.b.Entities)-1]
}

// group adds a working group with a chapter of its own.
func (d *draft) group(id string, name graph.Names, p graph.Properties) string {
	at := d.tell(id, name["en"]+" met and wrote its chapter.")
	d.entity(id, name, p, at)
	d.link(id, graph.PartOf, partnership, nil, at)
	d.link(d.b.Report.ID, graph.ReportsOn, id, graph.Properties{"chapter": true}, at)
	return at
}

func (d *draft) link(from string, t graph.LinkType, to string, p graph.Properties, evidence ...string) *graph.Link {
	d.b.Links = append(d.b.Links, graph.Link{From: from, Type: t, To: to, Properties: p, Basis: graph.Stated, Confidence: 1, Evidence: evidence})
	return &d.b.Links[len(d.b.Links)-1]
}

// edition ends the draft.
func (d *draft) edition() Edition {
	sum := sha256.Sum256(d.text)
	d.b.Report.SHA256, d.b.Report.TextSHA256 = hex.EncodeToString(sum[:]), hex.EncodeToString(sum[:])
	d.b.Report.TextBytes = len(d.text)
	return Edition{Bundle: d.b, Text: d.text}
}
