package synth

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// edition is one bundle in the making.
type edition struct {
	w        *World
	bundle   graph.Bundle
	work     string
	entities map[string]int // id → place in the bundle
	links    map[string]int // key → place in the bundle
	last     map[string]string
	chapters map[string][]string // chapter → its passages
	subjects map[string]bool     // "from passage subject" that addressOnce has told
	projects []*project          // told in this edition
	promises []*promise          // open ones told in this edition
	section  []string
	line, at int
	untold   []untold   // by group
	themes   [][]*theme // by group
	members  []roll     // by group
}

// untold is what belongs to a group and no telling of the edition has told yet.
type untold struct {
	themes []*theme
	bodies []*body
}

// roll is who takes part in a group, with their weights.
type roll struct {
	bodies  []*body
	weights []float64
}

func (w *World) newEdition() *edition {
	work := fmt.Sprintf("%s-%d", w.short, w.year)
	sum := sha256.Sum256(fmt.Appendf(nil, "synthetic %d %s", w.options.Seed, work))
	hash := hex.EncodeToString(sum[:])
	e := &edition{w: w, work: work, entities: map[string]int{}, links: map[string]int{}, last: map[string]string{}, chapters: map[string][]string{}, subjects: map[string]bool{}}
	name := fmt.Sprintf("Synthetic Partnership %s", strings.TrimPrefix(w.short, "synth-"))
	e.bundle = graph.Bundle{Format: graph.BundleFormat, Report: graph.Report{ID: "report:" + work, Work: work, Partnership: w.id,
		Title: graph.Names{"en": fmt.Sprintf("%s - Annual report %d", name, w.year)}, Year: w.year, Language: "en", SHA256: hash, TextSHA256: hash, Reader: "synth/1"}}
	p := e.passage(w.id, []string{"Part I", "Introduction"}, "Presents the partnership and the year's work.")
	e.entity(graph.Entity{ID: w.id, Kind: graph.Partnership, Name: graph.Names{"en": name, "fr": "Partenariat synthétique " + w.short, "es": "Asociación sintética " + w.short},
		Properties: graph.Properties{"founded": fmt.Sprint(w.options.FirstYear - 14)}}, p)
	e.prepare()
	return e
}

// prepare lists what belongs to each group and has to be told.
func (e *edition) prepare() {
	e.untold, e.themes, e.members = make([]untold, len(e.w.groups)), make([][]*theme, len(e.w.groups)), make([]roll, len(e.w.groups))
	for g := range e.w.groups {
		e.themes[g] = e.w.themesOf(g)
		e.untold[g].themes = slices.Clone(e.themes[g])
	}
	for _, b := range e.w.roster {
		for _, g := range b.groups {
			e.untold[g].bodies = append(e.untold[g].bodies, b)
			e.members[g].bodies, e.members[g].weights = append(e.members[g].bodies, b), append(e.members[g].weights, b.weight)
		}
	}
}

// passage is a new paragraph in a chapter.
func (e *edition) passage(chapter string, section []string, gist string) string {
	d := e.w.dice
	if !slices.Equal(section, e.section) {
		e.section = section
		e.line += 2
	}
	e.line++
	id := fmt.Sprintf("passage:%s:%d-1", e.work, e.line)
	size := 20 + d.below(240)
	if d.yes(0.1) {
		size += d.below(200)
	}
	e.at += 2 + d.below(12)
	e.bundle.Passages = append(e.bundle.Passages, graph.Passage{ID: id, Section: section, Paragraph: 1 + len(e.chapters[chapter]), Chapter: chapter,
		Start: e.at, End: e.at + size, Line: e.line, Gist: graph.Names{"en": gist}})
	e.at += size
	e.bundle.Report.TextBytes = e.at
	e.last[chapter] = id
	e.chapters[chapter] = append(e.chapters[chapter], id)
	return id
}

// entity tells an entity in passages: it is declared once, by its first telling.
func (e *edition) entity(x graph.Entity, passages ...string) {
	i, told := e.entities[x.ID]
	if !told {
		i = len(e.bundle.Entities)
		e.entities[x.ID] = i
		if len(x.NameSource) == 0 {
			x.NameSource = nil
		}
		e.bundle.Entities = append(e.bundle.Entities, x)
	}
	e.bundle.Entities[i].Evidence = united(e.bundle.Entities[i].Evidence, passages)
}

// link tells a link in passages: told again, it gets more evidence. Some links rest on a rule.
func (e *edition) link(from string, t graph.LinkType, to string, props graph.Properties, passages ...string) {
	l := graph.Link{From: from, Type: t, To: to, Properties: props, Basis: graph.Stated, Confidence: 1}
	key := l.Key(e.w.year)
	i, told := e.links[key]
	if !told {
		if d := e.w.dice; t != graph.ReportsOn && d.yes(inferred) {
			l.Basis, l.Rule, l.Confidence = graph.Inferred, "read-between-the-lines", choose(d, inferences)
		}
		i = len(e.bundle.Links)
		e.links[key] = i
		e.bundle.Links = append(e.bundle.Links, l)
	}
	e.bundle.Links[i].Evidence = united(e.bundle.Links[i].Evidence, passages)
}

// body declares an institution, and what it is part of.
func (e *edition) body(b *body, p string) {
	_, told := e.entities[b.id]
	props := graph.Properties{"type": b.kind, "named": b.named}
	if b.country != "" {
		props["country"] = b.country
	}
	if b.acronym != "" {
		props["acronym"] = b.acronym
	}
	if b.parent != nil && b.ofRecord {
		props["parent_of_record"] = b.parent.id
	}
	e.entity(graph.Entity{ID: b.id, Kind: graph.Institution, Name: b.names, NameSource: b.source, Aliases: b.aliases, Properties: props}, p)
	if told || b.parent == nil {
		return
	}
	e.body(b.parent, p)
	if !b.ofRecord {
		e.link(b.id, graph.PartOf, b.parent.id, nil, p)
	}
}

// someBody draws a body of the group that no telling has told yet, else any of its members by weight; nil where it has none.
func (e *edition) someBody(g int) *body {
	if u := &e.untold[g]; len(u.bodies) > 0 {
		b := u.bodies[0]
		u.bodies = u.bodies[1:]
		return b
	}
	r := e.members[g]
	if i := e.w.dice.weighted(r.weights); i >= 0 {
		return r.bodies[i]
	}
	return nil
}

// united is a with what of b it lacks.
func united(a, b []string) []string {
	for _, x := range b {
		if !slices.Contains(a, x) {
			a = append(a, x)
		}
	}
	return a
}
