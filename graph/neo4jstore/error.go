package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// ErrWrittenByHand: the database does not hold what its release says, though nobody loaded meanwhile. It wraps
// graph.ErrConflict. The message names some rows that differ.
var ErrWrittenByHand = fmt.Errorf("somebody wrote to the graph by hand: %w", graph.ErrConflict)

// errMissing: a bundle or a set of judgements that a release refers to is not there.
var errMissing = fmt.Errorf("what the release refers to is gone: %w", ErrWrittenByHand)

// serverError is what the server said, without being retried by the driver: *neo4j.Neo4jError stays out of its chain.
type serverError struct{ code, message string }

func (e *serverError) Error() string { return e.message + " (" + e.code + ")" }

const memoryPool = "MemoryPoolOutOfMemoryError"

// translate gives an error of the driver the sentinel of package graph that it means.
func translate(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%w: %v", context.Cause(ctx), err)
	}
	var server *neo4j.Neo4jError
	switch {
	case isOurs(err):
		return err
	case errors.As(err, &server):
		return translateServer(server)
	}
	var usage *neo4j.UsageError
	if errors.As(err, &usage) {
		return err
	}
	return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
}

// isOurs reports whether err carries a sentinel already.
func isOurs(err error) bool {
	for _, s := range []error{graph.ErrNotFound, graph.ErrInvalid, graph.ErrUnavailable, graph.ErrConflict, graph.ErrGone} {
		if errors.Is(err, s) {
			return true
		}
	}
	var e *serverError
	return errors.As(err, &e)
}

func translateServer(e *neo4j.Neo4jError) error {
	said := &serverError{e.Code, e.Msg}
	switch {
	case strings.HasSuffix(e.Code, memoryPool):
		return fmt.Errorf("the transaction needs more memory than db.memory.transaction.max allows: %w", said)
	case strings.Contains(e.Code, "TransactionTimedOut"):
		return fmt.Errorf("the transaction took longer than its timeout: %w", said)
	case strings.HasPrefix(e.Code, "Neo.ClientError.Security.Unauthorized"):
		return fmt.Errorf("the user name or password is not accepted: %w", said)
	case strings.HasPrefix(e.Code, "Neo.ClientError.Schema.ConstraintValidationFailed"):
		return fmt.Errorf("%w: %w", graph.ErrConflict, said)
	case e.IsRetriable(), strings.HasPrefix(e.Code, "Neo.DatabaseError.General"), e.Code == "Neo.ClientError.Database.DatabaseNotFound":
		return fmt.Errorf("%w: %w", graph.ErrUnavailable, said)
	}
	return said
}

// retryable reports whether trying the whole transaction again may help. The server calls a full memory pool passing;
// the same load fills it again.
func retryable(err error) bool {
	var server *neo4j.Neo4jError
	if errors.As(err, &server) && strings.HasSuffix(server.Code, memoryPool) {
		return false
	}
	return neo4j.IsRetryable(err)
}

func invalidURI(uri string, err error) error {
	return graph.Problems{{Path: "neo4j.uri", Rule: "uri", Message: fmt.Sprintf("%q: %v; wanted bolt://host:port or neo4j://host:port", uri, err)}}
}
