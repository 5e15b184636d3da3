package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/queries"
)

func (a *app) cypherCommand() *cobra.Command {
	var params []string
	var explain bool
	c := &cobra.Command{Use: "cypher TEXT", Short: "Cypher of your own, read only, on a Neo4j store",
		Long: "Cypher runs one statement that only reads, through the same gate as the API: what would write, load files, call procedures that are not listed\n" +
			"or ask another database is refused, and rows, bytes and time are bounded (cypher.rows, cypher.bytes, cypher.timeout). A TEXT of - is read from\n" +
			"the input; @FILE from a file. A parameter's value is read as JSON where it is JSON, else as text.",
		Example: "  crosswalk query institutions_of_group --text > mine.cypher\n  crosswalk cypher @mine.cypher --param group=group:cmp:energy --param lang=fr --store neo4j", Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := a.textOf(args[0])
			if err != nil {
				return err
			}
			values, err := readParams(params)
			if err != nil {
				return err
			}
			run, err := a.cypher(cmd.Context())
			if err != nil {
				return err
			}
			if explain {
				plan, warnings, err := run.Explain(cmd.Context(), "cypher", text, loose(values))
				if err != nil {
					return err
				}
				a.tellWarnings(warnings)
				return a.write(plan, planTable(plan))
			}
			return a.ask(cmd.Context(), run, "cypher", text, loose(values))
		}}
	c.Flags().StringArrayVar(&params, "param", nil, "a parameter, name=value")
	c.Flags().BoolVar(&explain, "explain", false, "show how the server would run it, and run nothing")
	return c
}

// textOf is the text that an argument names: itself, - for the input, @FILE for a file.
func (a *app) textOf(arg string) (string, error) {
	switch file, named := strings.CutPrefix(arg, "@"); {
	case arg == "-":
		b, err := io.ReadAll(a.stdin)
		return string(b), err
	case named:
		b, err := os.ReadFile(file)
		return string(b), err
	}
	return arg, nil
}

// cypher is what runs queries on the store.
func (a *app) cypher(ctx context.Context) (*neo4jstore.Cypher, error) {
	if a.config.Store != config.Neo4jServer {
		return nil, fmt.Errorf("the store in %s is made of files, which understand no Cypher. A private Neo4j starts with: %s neo4j start; it says how this command reaches it", a.config.DataDir, a.name)
	}
	if _, err := a.service(ctx); err != nil {
		return nil, err
	}
	return cypherOf(a.open.store.(*neo4jstore.Store), a.config.Cypher), nil
}

func cypherOf(s *neo4jstore.Store, c config.Cypher) *neo4jstore.Cypher {
	return s.Cypher(neo4jstore.CypherOptions{Rows: c.Rows, Bytes: int(c.Bytes), Time: c.Timeout, AtOnce: c.AtOnce, Operators: c.Operators, Procedures: c.Procedures, Functions: c.Functions})
}

// ask runs a query and writes its rows.
func (a *app) ask(ctx context.Context, run *neo4jstore.Cypher, name, text string, params map[string]any) error {
	r, err := run.Ask(ctx, name, text, params)
	if err != nil {
		return err
	}
	a.tellWarnings(r.Warnings)
	if r.Truncated {
		fmt.Fprintf(a.stderr, "cut off after %d rows: there are more, or longer ones, than are given (cypher.rows, cypher.bytes)\n", len(r.Rows))
	}
	return a.write(resultJSON{r.Columns, r.Rows, resultMeta{len(r.Rows), r.Truncated, name, params, r.Warnings}}, export.Result(r))
}

// tellWarnings says what the database says of a query, which runs all the same.
func (a *app) tellWarnings(warnings []string) {
	for _, w := range warnings {
		fmt.Fprintln(a.stderr, "note:", w)
	}
}

// resultJSON is a result as JSON, in the shape of the API.
type resultJSON struct {
	Columns []string   `json:"columns"`
	Rows    [][]any    `json:"rows"`
	Meta    resultMeta `json:"meta"`
}

type resultMeta struct {
	RowCount   int            `json:"row_count"`
	Truncated  bool           `json:"truncated"`
	Query      string         `json:"query"`
	Parameters map[string]any `json:"parameters"`
	Warnings   []string       `json:"warnings"`
}

// planTable has one row an operator, those that feed it below and set in.
func planTable(p queries.Plan) export.Table {
	t := export.Table{Columns: []string{"operator", "estimated_rows", "details"}}
	var add func(p queries.Plan, depth int)
	add = func(p queries.Plan, depth int) {
		t.Add(strings.Repeat("  ", depth)+p.Operator, p.Rows, p.Details)
		for _, c := range p.Children {
			add(c, depth+1)
		}
	}
	add(p, 0)
	return t
}
