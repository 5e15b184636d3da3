package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/queries"
)

func (a *app) queryCommand() *cobra.Command {
	var params []string
	var words, audience string
	var text bool
	c := &cobra.Command{Use: "query [NAME]", Short: "The catalogue of Cypher queries: lists them, or runs one on a Neo4j store",
		Example: "  crosswalk query --words commitments\n  crosswalk query links_of_pair --param group_a=group:cmp:energy --param group_b=group:cmp:mining\n  crosswalk query links_of_pair --text",
		Args:    maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if audience != "" {
				if err := oneOf("audience", audience, queries.Audiences...); err != nil {
					return err
				}
			}
			if len(args) == 0 {
				if len(params) > 0 || text {
					return usagef("--param and --text belong to a query; name one: %s", a.again("query"))
				}
				return a.listQueries(queries.All.Search(words, audience))
			}
			q, err := queryNamed(args[0])
			if err != nil {
				return err
			}
			if text {
				_, err := fmt.Fprintln(a.stdout, q.Text())
				return err
			}
			values, err := readParams(params)
			if err != nil {
				return err
			}
			bound, err := q.Bind(values)
			if err != nil {
				return usageError{err}
			}
			run, err := a.cypher(cmd.Context())
			if err != nil {
				return err
			}
			if err := a.fullIDs(cmd.Context(), q, bound); err != nil {
				return err
			}
			return a.ask(cmd.Context(), run, queryName(q), q.Text(), bound)
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, q := range queries.All.Under("read") {
				names = append(names, queryName(q)+"\t"+q.Does())
			}
			return names[:len(names)*(1-min(1, len(args)))], cobra.ShellCompDirectiveNoFileComp
		}}
	c.Flags().StringArrayVar(&params, "param", nil, "a parameter, name=value; those left out have their defaults")
	c.Flags().StringVar(&words, "words", "", "list only queries that speak of these words")
	c.Flags().StringVar(&audience, "audience", "", "list only queries for co-chair, analyst or dashboard")
	c.Flags().BoolVar(&text, "text", false, "write the query's Cypher and run nothing")
	return c
}

// fullIDs makes whole ids of the names and ends of ids that people give for a parameter whose default is an id.
func (a *app) fullIDs(ctx context.Context, q queries.Query, bound map[string]any) error {
	for _, p := range q.Typed() {
		value, _ := bound[p.Name].(string)
		if usual, _ := p.Default.(string); graph.KindOf(usual) == "" && p.Name != "group" || value == "any" || value == usual || graph.KindOf(value) != "" {
			continue
		}
		s, err := a.snapshot(ctx, "")
		if err != nil {
			return err
		}
		bound[p.Name] = fullID(s, value)
	}
	return nil
}

// queryName is the name by which people call a query of the catalogue.
func queryName(q queries.Query) string { return strings.TrimPrefix(q.Name(), "read/") }

// queryNamed finds a query by its name.
func queryNamed(name string) (queries.Query, error) {
	if q, ok := queries.All.Lookup("read/" + name); ok {
		return q, nil
	}
	var known []string
	for _, q := range queries.All.Under("read") {
		known = append(known, queryName(q))
	}
	return queries.Query{}, usagef("there is no query %s%s; crosswalk query lists them", name, meant("", graph.Nearest(name, known)))
}

// listedQuery is a query of the catalogue as JSON.
type listedQuery struct {
	Name       string           `json:"name"`
	Does       string           `json:"does"`
	Topic      string           `json:"topic"`
	Audience   []string         `json:"audience"`
	Parameters []queryParameter `json:"parameters"`
	Columns    []string         `json:"columns"`
}

type queryParameter struct {
	Name    string       `json:"name"`
	Type    queries.Type `json:"type"`
	Default any          `json:"default"`
}

func (a *app) listQueries(qs []queries.Query) error {
	t := export.Table{Columns: []string{"topic", "name", "does", "parameters", "audience"}}
	out := []listedQuery{}
	for _, topic := range queries.Topics {
		for _, q := range qs {
			if q.Topic() != topic {
				continue
			}
			x := listedQuery{queryName(q), q.Does(), q.Topic(), q.Audience(), []queryParameter{}, q.Columns()}
			var params []string
			for _, p := range q.Typed() {
				x.Parameters = append(x.Parameters, queryParameter{p.Name, p.Type, p.Default})
				params = append(params, p.Name+"="+export.Text(p.Default))
			}
			out = append(out, x)
			t.Add(x.Topic, x.Name, x.Does, params, x.Audience)
		}
	}
	return a.write(out, t, "topic", "name", "does", "parameters")
}

// readParams reads name=value, all problems at once.
func readParams(params []string) (map[string]any, error) {
	out := map[string]any{}
	var problems []error
	for _, p := range params {
		name, value, ok := strings.Cut(p, "=")
		switch _, twice := out[name]; {
		case !ok || name == "":
			problems = append(problems, fmt.Errorf("--param is %q; it must be name=value", p))
		case twice:
			problems = append(problems, fmt.Errorf("--param %s is given twice", name))
		default:
			out[name] = value
		}
	}
	if len(problems) > 0 {
		return nil, usageError{errors.Join(problems...)}
	}
	return out, nil
}

// loose reads values as JSON where they are JSON, for queries that declare no types.
func loose(values map[string]any) map[string]any {
	out := map[string]any{}
	for name, v := range values {
		d := json.NewDecoder(strings.NewReader(v.(string)))
		d.UseNumber()
		var x any
		if err := d.Decode(&x); err != nil || d.More() {
			x = v
		}
		out[name] = plain(x)
	}
	return out
}

// plain turns numbers into those that the database knows.
func plain(x any) any {
	switch x := x.(type) {
	case json.Number:
		if n, err := x.Int64(); err == nil {
			return n
		}
		f, _ := x.Float64() // JSON's numbers fit, or become infinite
		return f
	case []any:
		for i := range x {
			x[i] = plain(x[i])
		}
	case map[string]any:
		for k := range x {
			x[k] = plain(x[k])
		}
	}
	return x
}
