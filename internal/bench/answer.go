package main

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
	"github.com/crosswalk-kg/crosswalk/internal/service"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// question is one thing that people ask: how Crosswalk answers it in process and over HTTP, and what Neo4j is asked instead.
type question struct {
	name   string
	answer func(*service.Service, *graph.Snapshot) error
	route  string
	peer   []string // queries that are asked one after the other: names of this folder's, or of the catalogue (read/…)
	params map[string]any
	limit  string
	probe  []string // a command of the program that answers the same, for what may take so long that it must be possible to end it
}

// choice is what the questions of a world are about.
type choice struct {
	options        crosswalk.Options
	groups         []string
	a, b           string // the pair of groups ranked first
	body           string // the institution with the most links
	word           string
	last           int
	neighbours     graph.Node
	firstInterlock []string
}

// choose looks for things with much to say.
func choose(s *graph.Snapshot, svc *service.Service, last int) (choice, error) {
	c := choice{options: crosswalk.Options{Partnership: middle(s)}, last: last}
	r, err := svc.Ranking(s, c.options)
	if err != nil {
		return c, err
	}
	list, err := r.List(crosswalk.Filter{})
	if err != nil || len(list) == 0 {
		return c, errors.Join(err, errors.New("the world has no linked pair"))
	}
	c.a, c.b = list[0].Members[0].ID, list[0].Members[1].ID
	for _, g := range r.Model().Groups() {
		c.groups = append(c.groups, s.ID(g))
	}
	most := 0
	for _, z := range s.Nodes(graph.Institution) {
		if n := len(s.AllOut(z)); n > most && len(r.Model().PartnerGroups(z)) > 0 {
			most, c.body, c.neighbours = n, s.ID(z), z
		}
	}
	if words := graph.Tokens(s.Entity(c.neighbours).Name["en"]); len(words) > 0 {
		c.word = words[len(words)-1]
	}
	if c.body == "" || c.word == "" || len(c.groups) < 3 {
		return c, fmt.Errorf("the world is too small to ask questions about: %+v", c)
	}
	c.firstInterlock = c.groups[:3]
	return c, nil
}

// catalogue are the queries of the catalogue from which the scores of pairs follow.
var catalogue = []string{"read/crosswalk_events", "read/crosswalk_institutions", "read/crosswalk_themes"}

// questions are all that is asked, in the order in which it is shown.
func (c choice) questions() []question {
	p := map[string]any{"partnership": c.options.Partnership}
	scored := map[string]any{"partnership": c.options.Partnership, "as_of": 0, "half_life": 3.0}
	in := "partnership=" + url.QueryEscape(c.options.Partnership)
	bodies := []string{"opportunities", "--members", "institutions", "--partnership", c.options.Partnership}
	qs := []question{
		{"overview", func(svc *service.Service, s *graph.Snapshot) error { _, err := svc.Overview(s); return err }, "/overview", []string{"overview"}, nil, "kept once a release; cold: reads every row once", nil},
		{"matrix", c.matrix, "/crosswalks/matrix?" + in, catalogue, scored, "copies the cells; cold: reads and scores the partnership", nil},
		{"crosswalk list", c.list, "/crosswalks?" + in, catalogue, scored, "explains every pair anew; cold: reads and scores the partnership, and 200 rankings for the intervals", nil},
		{"pair", c.pair, "/crosswalks/" + c.a + "/" + c.b + "?" + in, []string{"pair"}, map[string]any{"a": c.a, "b": c.b}, "gathers the evidence of every item, and counts the pair again without its heaviest", nil},
		{"opportunities, pairs", c.opportunities(2), "/opportunities?" + in, []string{"opportunities"}, p, "explains each anew; cold: 200 draws for the intervals", nil},
		{"opportunities, triples", c.opportunities(3), "/opportunities?size=3&" + in, []string{"triples"}, p, "explains each anew; cold: 200 draws for the intervals", nil},
		{"opportunities, institutions", c.bodies(""), "/opportunities?members=institutions&" + in, []string{"institutions"}, p, "explains each anew; cold: weighs every pair of candidates", bodies},
		{"partners of one institution", c.bodies(c.body), "/opportunities?members=institutions&institution=" + c.body + "&" + in, []string{"partners"}, map[string]any{"id": c.body}, "explains each anew", bodies},
		{"paths", c.paths, "/paths?from=" + c.groups[0] + "&to=" + c.groups[len(c.groups)-1], []string{"paths"}, map[string]any{"from": c.groups[0], "to": c.groups[len(c.groups)-1]}, "the work budget", nil},
		{"interlocks", c.interlocks, "/interlocks?ids=" + strings.Join(c.firstInterlock, ","), []string{"interlocks"}, map[string]any{"ids": c.firstInterlock}, "unites the links to each shared thing", nil},
		{"connectors", c.connectors, "/connectors?" + in, []string{"connectors"}, p, "gathers what each institution rests on", nil},
		{"common ground", c.common, "/common-ground?" + in, []string{"common_ground"}, p, "walks the themes that any group touches", nil},
		{"search", func(_ *service.Service, s *graph.Snapshot) error { return some(len(s.Search(c.word, 0))) }, "/search?q=" + url.QueryEscape(c.word), []string{"search"}, map[string]any{"q": c.word + "*"}, "looks the words up; cold: builds the index of every name and gist", nil},
		{"entity with neighbours", c.entity, "/entities/" + c.body, []string{"entity"}, map[string]any{"id": c.body}, "lays out each link and passage; cold: unpacks them", nil},
		{"commitments of a group", c.commitments, "/commitments?group=" + c.a, []string{"commitments"}, map[string]any{"group": c.a}, "lays out the commitments that are linked to the group", nil},
	}
	if c.last > 2018 {
		qs = append(qs, question{"compare", c.compare, fmt.Sprintf("/compare?from=%d&to=%d&%s", c.last-1, c.last, in), []string{"compare"},
			map[string]any{"partnership": c.options.Partnership, "from": c.last - 1, "to": c.last}, "reads of every row which editions state it; cold: a view of the earlier year", nil})
	}
	return qs
}

// text is a query's Cypher, of the catalogue or of this folder.
func text(name string, read func(string) (string, error)) (string, error) {
	if q, ok := queries.All.Lookup(name); ok {
		return q.Text(), nil
	}
	return read(name)
}

// some is an error where an answer is empty: what measures nothing must not look fast.
func some(n int) error {
	if n == 0 {
		return errors.New("the answer is empty")
	}
	return nil
}

func (c choice) matrix(svc *service.Service, s *graph.Snapshot) error {
	r, err := svc.Ranking(s, c.options)
	if err != nil {
		return err
	}
	m, err := r.Matrix("")
	return errors.Join(err, some(len(m.Cells)))
}

func (c choice) list(svc *service.Service, s *graph.Snapshot) error {
	r, err := svc.Ranking(s, c.options)
	if err != nil {
		return err
	}
	xs, err := r.List(crosswalk.Filter{})
	if err != nil {
		return err
	}
	all, err := svc.Intervals(s, c.options)
	for i := range xs {
		xs[i].RankInterval = r.Interval(all, xs[i].Members[0].ID, xs[i].Members[1].ID)
	}
	return errors.Join(err, some(len(xs)))
}

func (c choice) pair(svc *service.Service, s *graph.Snapshot) error {
	r, err := svc.Ranking(s, c.options)
	if err != nil {
		return err
	}
	x, err := r.Pair(c.a, c.b)
	return errors.Join(err, some(len(x.Parts)))
}

func (c choice) opportunities(size int) func(*service.Service, *graph.Snapshot) error {
	return func(svc *service.Service, s *graph.Snapshot) error {
		g, err := svc.GroupOpportunities(s, c.options)
		if err != nil {
			return err
		}
		xs, err := g.List(opportunity.Query{Size: size})
		if err != nil {
			return err
		}
		_, err = svc.GroupIntervals(s, c.options, size)
		return errors.Join(err, some(len(xs)))
	}
}

func (c choice) bodies(of string) func(*service.Service, *graph.Snapshot) error {
	return func(svc *service.Service, s *graph.Snapshot) error {
		b, err := svc.BodyOpportunities(s, c.options)
		if err != nil {
			return err
		}
		_, err = b.List("", of) // none is an answer
		return err
	}
}

func (c choice) paths(_ *service.Service, s *graph.Snapshot) error {
	p, err := explore.FindPaths(s, explore.PathQuery{From: c.groups[0], To: c.groups[len(c.groups)-1]})
	return errors.Join(err, some(len(p.Items)))
}

func (c choice) interlocks(_ *service.Service, s *graph.Snapshot) error {
	all, err := explore.Interlocks(s, c.firstInterlock)
	return errors.Join(err, some(len(all)))
}

func (c choice) connectors(svc *service.Service, s *graph.Snapshot) error {
	r, err := svc.Ranking(s, c.options)
	if err != nil {
		return err
	}
	return some(len(explore.Connectors(r, 2, "en")))
}

func (c choice) common(svc *service.Service, s *graph.Snapshot) error {
	g, err := svc.GroupOpportunities(s, c.options)
	if err == nil {
		g.CommonGround() // none is an answer
	}
	return err
}

func (c choice) entity(_ *service.Service, s *graph.Snapshot) error {
	n, err := explore.Find(s, c.body)
	if err != nil {
		return err
	}
	d := explore.DetailOf(s, n, "2026-01-01")
	return some(min(len(d.Evidence), len(explore.Neighbours(s, n, ""))))
}

func (c choice) commitments(_ *service.Service, s *graph.Snapshot) error {
	all, err := explore.List(s, explore.ListQuery{Kind: graph.Commitment, Group: c.a, Today: "2026-01-01"})
	return errors.Join(err, some(len(all)))
}

func (c choice) compare(svc *service.Service, s *graph.Snapshot) error {
	at := func(year int) (*crosswalk.Ranking, error) {
		o := c.options
		o.AsOf = year
		return svc.Ranking(s, o)
	}
	before, err := at(c.last - 1)
	if err != nil {
		return err
	}
	after, err := at(c.last)
	if err != nil {
		return err
	}
	return some(len(explore.Compare(before, after).Links))
}
