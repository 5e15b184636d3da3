package ui

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// homePage is what the first page shows.
type homePage struct {
	Partnership string
	Year        int
	Editions    []string
	Release     graph.Release
	Address     addresses
	Glance      glanceView
	Groups      []crosswalk.MatrixGroup
	Rows        []matrixRow
	Bands       []bandWord
	Links       []linkView
	Apart       []linkView // with a group that is not active
	Lists       []listView
	Ground      []groundView
	NoChapter   []string
	Closing     []string
	Notes       []noteView // contradictions and conditions
	Gaps        []noteView // what is not told of groups
	MoreNotes   int
	Stale       string // how long ago the store could last be asked; empty where it can be
}

// glanceView is the page in four numbers.
type glanceView struct {
	Worked    int    // pairs that worked together
	ToCome    int    // pairs with work agreed or proposed
	New       int    // possible collaborations that the report does not name
	NoChapter string // groups without a chapter, in words
}

// homePage gathers the first page for one partnership as of one year.
func (u *UI) homePage(s *graph.Snapshot, o crosswalk.Options, q question) (*homePage, error) {
	r, err := u.svc.Ranking(s, o)
	if err != nil {
		return nil, err
	}
	m := r.Model()
	v := viewer{svc: u.svc, snap: m.Snapshot(), ranking: r, asked: q}
	p := &homePage{Partnership: v.name(v.snap.Entity(m.Partnership).Name), Year: m.AsOf, Release: s.Release(), Address: addressesOf(q)}
	for _, e := range v.snap.Reports() {
		p.Editions = append(p.Editions, fmt.Sprintf("%s (%d)", v.name(e.Title), e.Year))
	}
	for _, part := range []func(p *homePage, s *graph.Snapshot, o crosswalk.Options) error{v.links, v.matrix, v.opportunities} {
		if err := part(p, s, o); err != nil {
			return nil, err
		}
	}
	v.mustKnow(p)
	p.Glance = glance(p)
	return p, nil
}

func glance(p *homePage) glanceView {
	g := glanceView{NoChapter: sentence(p.NoChapter)}
	for _, l := range p.Links {
		switch l.Band {
		case crosswalk.Strong, crosswalk.Established:
			g.Worked++
		default:
			g.ToCome++
		}
	}
	if len(p.Lists) > 0 {
		g.New = len(p.Lists[0].Items) + p.Lists[0].More
	}
	return g
}

// viewer turns answers into what templates show.
type viewer struct {
	svc     *service.Service
	snap    *graph.Snapshot // as of the page's year
	ranking *crosswalk.Ranking
	asked   question
}

func (v viewer) name(n graph.Names) string { t, _ := n.In("en"); return t }

// named is the name of the thing with the id, empty where there is none.
func (v viewer) named(id string) string {
	n, ok := v.snap.Lookup(id)
	if !ok {
		return ""
	}
	return v.name(v.snap.Entity(n).Name)
}

// title names members: "A – B", as a name may hold an "and" of its own.
func (v viewer) title(ms []crosswalk.Member) string {
	names := make([]string, len(ms))
	for i, m := range ms {
		names[i] = v.name(m.Name)
	}
	return strings.Join(names, " – ")
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

// anchor is an id as a fragment of the page.
func anchor(id string) string { return strings.NewReplacer(":", "-", "~", "--").Replace(id) }
