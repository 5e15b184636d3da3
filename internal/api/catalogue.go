package api

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/queries"
)

type catalogueIn struct {
	Paging
	Q        string `query:"q" maxLength:"200" doc:"Words that the query's name, description, topic, parameters or columns have; each may be the beginning of one."`
	Audience string `query:"audience" enum:"co-chair,analyst,dashboard" doc:"Whom the query is for."`
}

// CatalogueQuery is a query of the catalogue.
type CatalogueQuery struct {
	Name       string               `json:"name" doc:"Of the query: the segment of its address."`
	Does       string               `json:"does" doc:"What it answers, in a sentence or two."`
	Topic      string               `json:"topic" doc:"What it is about: links, opportunities, commitments, projects, sessions, institutions, people, themes, figures, evidence or editions."`
	Audience   []string             `json:"audience" doc:"co-chair, analyst, dashboard."`
	One        bool                 `json:"one" doc:"It returns one row at the most."`
	Parameters []CatalogueParameter `json:"parameters"`
	Columns    []CatalogueColumn    `json:"columns" doc:"What it returns, in order."`
}

// CatalogueParameter is a parameter of a query.
type CatalogueParameter struct {
	Name    string `json:"name"`
	Type    string `json:"type" doc:"string, int, float, bool or list (of strings)."`
	Default any    `json:"default" doc:"What stands where it is left out."`
}

// CatalogueColumn is a column of a query's result.
type CatalogueColumn struct {
	Name string `json:"name"`
	Type string `json:"type" doc:"string, int, float, bool, list, date, node, relationship, path, map or any; each may be null."`
}

// CatalogueText is a query of the catalogue with its Cypher.
type CatalogueText struct {
	CatalogueQuery
	Text string `json:"text" doc:"The Cypher that runs."`
	Meta Meta   `json:"meta"`
}

type catalogueOneIn struct {
	Common
	Name string `path:"name" maxLength:"100" doc:"Of the query."`
}

// catalogueName is the name by which people call a query.
func catalogueName(q queries.Query) string { return strings.TrimPrefix(q.Name(), "read/") }

func catalogueQuery(q queries.Query) CatalogueQuery {
	out := CatalogueQuery{Name: catalogueName(q), Does: q.Does(), Topic: q.Topic(), Audience: q.Audience(), One: q.One(), Parameters: []CatalogueParameter{}, Columns: []CatalogueColumn{}}
	for _, p := range q.Typed() {
		out.Parameters = append(out.Parameters, CatalogueParameter{p.Name, string(p.Type), p.Default})
	}
	for _, c := range q.Returns() {
		out.Columns = append(out.Columns, CatalogueColumn{c.Name, string(c.Type)})
	}
	return out
}

func catalogue(q *query, in *catalogueIn) (List[CatalogueQuery], error) {
	var out []CatalogueQuery
	for _, x := range queries.All.Search(in.Q, in.Audience) {
		out = append(out, catalogueQuery(x))
	}
	return page(q, &in.Paging, out, nil, nil)
}

func catalogueOne(q *query, in *catalogueOneIn) (CatalogueText, error) {
	x, err := catalogueNamed(in.Name)
	if err != nil {
		return CatalogueText{}, err
	}
	return CatalogueText{catalogueQuery(x), x.Text(), q.meta(1)}, nil
}

// catalogueNamed finds a query of the catalogue.
func catalogueNamed(name string) (queries.Query, error) {
	if q, ok := queries.All.Lookup("read/" + name); ok {
		return q, nil
	}
	var known []string
	for _, q := range queries.All.Under("read") {
		known = append(known, catalogueName(q))
	}
	hint := ""
	if near := graph.Nearest(name, known); near != "" {
		hint = "; did you mean " + near + "?"
	}
	return queries.Query{}, fmt.Errorf("there is no query %.100s%s: %w", name, hint, graph.ErrNotFound)
}

func catalogueTable(qs []CatalogueQuery) export.Table {
	t := export.Table{Columns: []string{"name", "topic", "does", "audience", "parameters", "columns"}}
	for _, q := range qs {
		var params, columns []string
		for _, p := range q.Parameters {
			params = append(params, p.Name+"="+export.Text(p.Default))
		}
		for _, c := range q.Columns {
			columns = append(columns, c.Name)
		}
		t.Add(q.Name, q.Topic, q.Does, q.Audience, params, columns)
	}
	return t
}
