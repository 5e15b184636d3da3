package neo4jstore

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Apply makes one change, and one release of it, or nothing at all: a load that is cut off leaves the old graph. A change
// that changes nothing gives the current release and changed = false. What the server calls passing is tried again.
//
// Errors: Problems (ErrInvalid) for what breaks a rule of the model, all of them at once, before anything is touched;
// ErrNotFound for a report to withdraw that is not loaded; ErrConflict where another loader did not end within
// LockWait, or where the database does not hold what its release says; ErrInvalid, naming both figures, for a load that needs
// more memory than the server gives a transaction; ErrUnavailable where the server is away.
func (s *Store) Apply(ctx context.Context, c graph.Change) (r graph.Release, changed bool, err error) {
	if err := c.Validate(); err != nil {
		return r, false, wrap("load", err)
	}
	r, changed, err = s.load(ctx, c, false)
	return r, changed, wrap("load", err)
}

// Repair makes the rows what the loaded bundles say, whatever somebody wrote by hand, and makes a release of that where
// anything was amiss. Errors are those of Apply.
func (s *Store) Repair(ctx context.Context, by string) (r graph.Release, changed bool, err error) {
	r, changed, err = s.load(ctx, graph.Change{By: by}, true)
	return r, changed, wrap("repair", err)
}

func (s *Store) load(ctx context.Context, c graph.Change, anew bool) (r graph.Release, changed bool, err error) {
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails
	l := &load{store: s, change: c, anew: anew, id: hex.EncodeToString(random[:])}
	for began := time.Now(); ; {
		r, changed, err = l.try(ctx)
		if err == nil {
			return r, changed, nil
		}
		if err := l.pause(ctx, err, time.Since(began)); err != nil {
			return graph.Release{}, false, translate(ctx, err)
		}
	}
}

// load is one change on its way into the database.
type load struct {
	store  *Store
	change graph.Change
	anew   bool
	id     string // of the release that it makes
	tries  int
}

// try makes the change in one explicit transaction. The driver's own retrying is not used: it cannot tell a load
// whose commit was lost, and it would fill the server's memory again and again.
func (l *load) try(ctx context.Context) (graph.Release, bool, error) {
	l.tries++
	session := l.store.session(ctx, neo4j.AccessModeWrite)
	defer closing(ctx, session.Close)
	tx, err := session.BeginTransaction(ctx, settings("load", l.store.cfg.LoadTimeout)...)
	if err != nil {
		return graph.Release{}, false, err
	}
	defer closing(ctx, tx.Close)
	p, err := l.write(ctx, tx)
	if err != nil || !p.written {
		return p.release, false, err
	}
	graph.Tell(ctx, graph.Progress{Step: "commit"})
	if err := tx.Commit(ctx); err != nil {
		var server *neo4j.Neo4jError
		if p.made && !errors.As(err, &server) { // else the server said no
			return l.find(ctx, err)
		}
		return p.release, false, err
	}
	return p.release, p.made, nil
}

// outcome is what a load did within its transaction.
type outcome struct {
	release graph.Release // the one made, else the current one
	made    bool          // a release was made
	written bool          // there is something to commit
}

// write does everything but commit.
func (l *load) write(ctx context.Context, tx runner) (o outcome, err error) {
	graph.Tell(ctx, graph.Progress{Step: "wait for other loaders"})
	if err := l.store.lock(ctx, tx, l.id); err != nil {
		return o, err
	}
	graph.Tell(ctx, graph.Progress{Step: "compare with what is loaded"})
	p, err := makePlan(ctx, tx, l.change, l.anew)
	if o.release = p.from; err != nil {
		return o, err
	}
	if p.unchanged() {
		o.written, err = p.quote(ctx, tx, l.change)
		return o, err
	}
	if err := p.fits(ctx, l.store); err != nil {
		return o, err
	}
	own, cancel := context.WithCancel(ctx)
	bundles := p.startPacking(own)
	defer func() {
		cancel()
		_, _ = bundles.wait() // nothing is left at work
	}()
	if err := p.writeDelta(ctx, tx); err != nil {
		return o, err
	}
	if _, err := p.quote(ctx, tx, l.change); err != nil {
		return o, err
	}
	if p.stays() { // rows of older rules were written again
		o.written = true
		_, _, err := one(ctx, tx, queryReleaseFollow, map[string]any{"rules": rules})
		return o, err
	}
	o = outcome{release: p.release(l), made: true, written: true}
	graph.Tell(ctx, graph.Progress{Step: "keep the bundles"})
	if err := p.writeState(ctx, tx, bundles); err != nil {
		return o, err
	}
	return o, p.writeRelease(ctx, tx, o.release, l.store.cfg.Keep)
}

// writeRelease makes r the current release and forgets what can no longer be answered.
func (p *plan) writeRelease(ctx context.Context, tx runner, r graph.Release, keep int) error {
	row, err := releaseProperties(r)
	if err != nil {
		return err
	}
	_, ok, err := one(ctx, tx, queryReleaseCreate, map[string]any{"release": map[string]any(row)})
	if err != nil || !ok {
		return errors.Join(err, ctx.Err())
	}
	return p.forget(ctx, tx, keep)
}

// release is the record of the release that the plan makes.
func (p *plan) release(l *load) graph.Release {
	return graph.Release{
		Number: p.from.Number + 1, LoadID: l.id, Time: l.store.cfg.Clock().UTC().Truncate(time.Second), By: l.change.By,
		Digest: p.delta.Digest.String(), Bundles: p.refs, Judgements: graph.HashJudgements(p.judgements), Counts: p.delta.Counts,
	}
}
