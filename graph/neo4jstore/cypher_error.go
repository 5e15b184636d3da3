package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// said is what the server's error means to who asked.
func (c *Cypher) said(ctx, limited context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	var server *neo4j.Neo4jError
	switch {
	case errors.As(err, &server) && (strings.Contains(server.Code, "TransactionTimedOut") || strings.Contains(server.Code, "Terminated")), limited.Err() != nil:
		return fmt.Errorf("the query took longer than %v: %w", c.o.Time, context.DeadlineExceeded)
	case errors.As(err, &server) && (strings.HasSuffix(server.Code, memoryPool) || strings.Contains(server.Code, "OutOfMemory")):
		return refusedBy("memory", "the query needs more memory than the database gives to one")
	case errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Statement."):
		return fmt.Errorf("%s: %w", placed(server.Msg), graph.ErrInvalid)
	case errors.As(err, &server) && strings.HasPrefix(server.Code, "Neo.ClientError.Procedure."):
		return fmt.Errorf("%s: %w", oneLine(server.Msg), graph.ErrInvalid)
	case errors.As(err, &server) && (strings.HasSuffix(server.Code, "AccessMode") || strings.HasSuffix(server.Code, "Forbidden")):
		return refusedBy("access", "the database lets it only read")
	}
	return translate(ctx, err)
}

// atPlace is how the server tells where a text breaks, in a text that begins with EXPLAIN.
var atPlace = regexp.MustCompile(`\(line (\d+), column (\d+) \(offset: \d+\)\)`)

// placed is a message of the server in one line, beginning with line:column, as the person's own text counts.
func placed(message string) string {
	m := atPlace.FindStringSubmatch(message)
	first, _, _ := strings.Cut(message, "\n")
	first = strings.TrimSpace(atPlace.ReplaceAllString(first, ""))
	if m == nil {
		return first
	}
	line, _ := strconv.Atoi(m[1]) // digits, as the pattern says
	column, _ := strconv.Atoi(m[2])
	return fmt.Sprintf("%d:%d: %s", line, ownColumn(line, column), first)
}

// ownColumn is a column of the person's own text, before which EXPLAIN stood when the server read it.
func ownColumn(line, column int) int {
	if explained := len("EXPLAIN "); line == 1 && column > explained {
		return column - explained
	}
	return column
}

func oneLine(message string) string {
	first, _, _ := strings.Cut(message, "\n")
	return strings.TrimSpace(first)
}
