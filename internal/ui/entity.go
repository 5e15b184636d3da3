package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// entityView is what the page of an entity shows.
type entityView struct {
	frame
	Name       string
	Lang       string
	Kind       string
	Facts      []factView
	Pairs      []pairLine // of a working group: how it stands with the others
	Neighbours []neighbourList
	Notes      []noteView
	Sources    sourcesView
}

// neighbourList is the links of one type, direction and class.
type neighbourList struct {
	Anchor string
	Title  string
	Items  []neighbourView
	order  [2]int // of the type, and within it
}

// neighbourView is one link, seen from a thing.
type neighbourView struct {
	refView        // the other end
	Kind    string // what it is, and how far it has come
	Side    string // of a co-chair; Canada stands before Mexico as in the partnership's name
	Says    string // what the link says
	Sources sourcesView
}

func entityPage(v *viewer, ids []string) (string, any, error) {
	if now, old := v.snap.Redirect(ids[0]); old {
		return "", nil, moved{v.asked.entity(now)}
	}
	n, err := explore.Find(v.snap, ids[0])
	if err != nil {
		return "", nil, err
	}
	e := v.snap.Entity(n)
	p := &entityView{Kind: v.kindOf(e), Facts: v.facts(n), Neighbours: v.neighbours(n), Sources: v.sources(e.Evidence, 0, "")}
	if p.Name, p.Lang = e.Name.In("en"); p.Name == "" {
		p.Name = e.ID
	}
	for _, note := range v.snap.Notes(e.ID) {
		p.Notes = append(p.Notes, v.note(note, 0))
	}
	if e.Kind == graph.WorkingGroup {
		if p.Pairs, err = v.pairsOf(e.ID); err != nil {
			return "", nil, err
		}
	}
	p.frame = v.frame(p.Name, v.kept("JSON", "/api/v1/entities/"+e.ID), v.kept("its links as CSV", "/api/v1/entities/"+e.ID+"/neighbours.csv"))
	return "entity.html", p, nil
}

// pairsOf says how a group stands with each other one that a link or something in common leads to; nothing where the group is of
// another partnership than the one that is ranked.
func (v *viewer) pairsOf(id string) ([]pairLine, error) {
	if !v.ranks() {
		return nil, nil
	}
	if n, ok := v.snap.Lookup(id); !ok || !slices.Contains(v.ranking.Model().Groups(), n) {
		return nil, nil
	}
	xs, err := v.ranking.List(crosswalk.Filter{Group: id, Bands: crosswalk.Bands[:len(crosswalk.Bands)-1]})
	if err != nil {
		return nil, err
	}
	var out []pairLine
	for _, x := range xs {
		other := x.Members[0]
		if other.ID == id {
			other = x.Members[1]
		}
		line := v.pairLine(x)
		line.Title = v.name(other.Name)
		out = append(out, line)
	}
	return out, nil
}

// neighbours lists the links of a thing by type, direction and how far it has come, in each by kind, then name.
func (v *viewer) neighbours(n graph.Node) []neighbourList {
	var out []neighbourList
	at, types := map[string]int{}, map[string]int{}
	for _, x := range explore.Neighbours(v.snap, n, "") {
		class, title := v.classOf(v.snap.Entity(n), x)
		anchor := strings.ToLower(strings.ReplaceAll(string(x.Type), "_", "-")) + "-" + x.Direction
		if _, ok := types[anchor]; !ok {
			types[anchor] = len(types)
		}
		key := anchor + classAnchors[class]
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, neighbourList{Anchor: key, Title: title, order: [2]int{types[anchor], int(class)}})
		}
		out[i].Items = append(out[i].Items, v.neighbour(x, class))
	}
	for _, l := range out {
		slices.SortStableFunc(l.Items, func(a, b neighbourView) int {
			return cmp.Or(cmp.Compare(a.Side, b.Side), cmp.Compare(a.Kind, b.Kind), cmp.Compare(graph.Fold(a.Name), graph.Fold(b.Name)))
		})
	}
	slices.SortStableFunc(out, func(a, b neighbourList) int { return slices.Compare(a.order[:], b.order[:]) })
	return out
}

func (v *viewer) neighbour(x explore.Neighbour, class crosswalk.Class) neighbourView {
	out := neighbourView{refView: v.ref(x.Other.ID), Side: x.Properties.Text("side"), Sources: v.sources(x.Passages, 0, "")}
	if n, ok := v.snap.Lookup(x.Other.ID); ok {
		out.Kind = v.kindOf(v.snap.Entity(n))
	}
	if e, ok := v.snap.LinkByID(x.Link); ok {
		out.Says = v.linkNote(v.snap.Link(e))
		if verb := roleVerbs[x.Type][x.Properties.Text(roleOf[x.Type])]; verb != "" && class != justNamed {
			out.Says = strings.TrimSuffix(verb+", "+out.Says, ", ")
		}
	}
	return out
}

// kindOf says what a thing is: its type or kind, how far it has come, its date.
func (v *viewer) kindOf(e *graph.MergedEntity) string {
	p := e.Properties
	out := kindWords[e.Kind]
	if t := p.Text("type"); t != "" && e.Kind == graph.Project {
		out = upper(t)
		if t == "mou" {
			out = "Memorandum of understanding"
		}
	}
	var more []string
	switch e.Kind {
	case graph.Commitment:
		more = []string{stageOf(e), dueText(p)}
	case graph.Figure:
		more = []string{figureText(p)}
	case graph.Institution:
		more = []string{countryText(p.Text("country"))}
	case graph.Project:
		more = []string{stageOf(e)}
	case graph.Session:
		more = []string{stageOf(e), span(p.Date("start"), p.Date("end"))}
	case graph.WorkingGroup:
		if s := p.Text("status"); s != "" && s != "active" {
			more = []string{s}
		}
	}
	for _, m := range more {
		if m != "" {
			out += ", " + m
		}
	}
	return out
}

func dueText(p graph.Properties) string {
	if d := p.Date("due"); d != "" {
		return fmt.Sprintf("due %s", dateText(d))
	}
	return ""
}
