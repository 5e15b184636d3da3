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

// translate gives an error of the driver the sentinel that it means. The sentinel's words come last, where
// graph.Message leaves them out.
func translate(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return fmt.Errorf("%w: %v", context.Cause(ctx), err)
	}
	if isOurs(err) {
		return err
	}
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		return translateServer(server)
	}
	if setting := unconnected(err); setting != nil {
		return setting
	}
	var usage *neo4j.UsageError
	if errors.As(err, &usage) {
		return err
	}
	var lost *neo4j.ConnectivityError
	if errors.As(err, &lost) {
		return fmt.Errorf("no server answers (%w): %w", lost.Inner, graph.ErrUnavailable)
	}
	return fmt.Errorf("%w: %w", err, graph.ErrUnavailable)
}

// isOurs reports whether err carries a sentinel already.
func isOurs(err error) bool {
	for _, s := range []error{graph.ErrNotFound, graph.ErrInvalid, graph.ErrUnavailable, graph.ErrConflict, graph.ErrGone, ErrSetting} {
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
	case strings.HasPrefix(e.Code, "Neo.ClientError.Schema.ConstraintValidationFailed"):
		return fmt.Errorf("%w: %w", said, graph.ErrConflict)
	case e.IsRetriable(), strings.HasPrefix(e.Code, "Neo.DatabaseError.General"):
		return fmt.Errorf("%w: %w", said, graph.ErrUnavailable)
	}
	if setting := refused(said); setting != nil {
		return setting
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
