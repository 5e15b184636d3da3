package peer

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// BatchSize is how many rows go into one statement of a raw load, which is one transaction.
const BatchSize = 2000

// loadPatience is how long one statement that moves rows may take.
const loadPatience = 10 * time.Minute

// Stream reads all rows of the graph as a plain program would, one query a class of rows, to the end; visit, which may be nil,
// gets the class (entity, passage, note, or a link type) with each. Rows come in the order of a raw load: what links lead to first.
func (n *Neo4j) Stream(ctx context.Context, visit func(class string, row map[string]any) error) (rows int, err error) {
	one := func(file, class string) error {
		text, err := raw(file, class)
		if err != nil {
			return err
		}
		var each func(map[string]any) error
		if visit != nil {
			each = func(row map[string]any) error { return visit(class, row) }
		}
		k, err := n.read(ctx, text, nil, loadPatience, each)
		rows += k
		if err != nil {
			return fmt.Errorf("stream %s: %w", class, err)
		}
		return nil
	}
	for _, class := range []string{"passage", "entity", "note"} {
		if err := one("stream_"+class, class); err != nil {
			return rows, err
		}
	}
	for _, t := range graph.LinkTypes {
		if err := one("stream_link", string(t)); err != nil {
			return rows, err
		}
	}
	return rows, nil
}

// Merge loads rows of one class by raw UNWIND … MERGE, and gives the time that the database took: the time between its calls is
// not counted. An entity's kind stands in its property kind; its passages are led to as well.
func (n *Neo4j) Merge(ctx context.Context, class string, rows []map[string]any) (time.Duration, error) {
	switch class {
	case "passage", "note":
		return n.write(ctx, "merge_"+class, "", rows)
	case "entity":
		var took time.Duration
		for kind, of := range byKind(rows) {
			d, err := n.write(ctx, "merge_entity", kind, of)
			if took += d; err != nil {
				return took, err
			}
		}
		d, err := n.write(ctx, "merge_evidence", "", rows)
		return took + d, err
	}
	return n.write(ctx, "merge_link", class, rows)
}

func byKind(rows []map[string]any) map[string][]map[string]any {
	out := map[string][]map[string]any{}
	for _, r := range rows {
		kind, _ := r["kind"].(string)
		out[kind] = append(out[kind], r)
	}
	return out
}

func (n *Neo4j) write(ctx context.Context, file, name string, rows []map[string]any) (time.Duration, error) {
	text, err := raw(file, name)
	if err != nil {
		return 0, err
	}
	session := n.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(ctx) }()
	began := time.Now()
	_, err = session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, text, map[string]any{"rows": rows})
		if err != nil {
			return nil, err
		}
		return result.Consume(ctx)
	}, neo4j.WithTxTimeout(loadPatience))
	if err != nil {
		return time.Since(began), fmt.Errorf("%s %s: %w", file, name, err)
	}
	return time.Since(began), nil
}
