package filestore

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Apply makes one change, and one release of it, or nothing at all: a load that is cut off, by whatever, leaves the old graph.
// What it returns without an error is durable. A change that changes nothing gives the current release and changed =
// false. It reads the image of the merged graph and, as long as there are no judgements, no bundle.
//
// Errors: Problems (ErrInvalid) for what breaks a rule of the model, all of them at once, before anything is touched;
// ErrNotFound for a report to withdraw that is not loaded; ErrConflict where another loader did not end within LockWait;
// ErrDamaged, graph.ErrNewer; ErrUnavailable where the folder cannot be written (full, read-only).
func (s *Store) Apply(ctx context.Context, c graph.Change) (r graph.Release, changed bool, err error) {
	if err := c.Validate(); err != nil {
		return r, false, wrap("load", err)
	}
	r, changed, err = s.apply(ctx, c)
	return r, changed, wrap("load", err)
}

func (s *Store) apply(ctx context.Context, c graph.Change) (graph.Release, bool, error) {
	graph.Tell(ctx, graph.Progress{Step: "wait for other loaders"})
	release, err := s.acquire(ctx)
	if err != nil {
		return graph.Release{}, false, err
	}
	defer release()
	m, err := s.manifest()
	if err != nil {
		return graph.Release{}, false, err
	}
	if err := s.repair(m, c.Put); err != nil {
		return graph.Release{}, false, err
	}
	graph.Tell(ctx, graph.Progress{Step: "merge"})
	p, err := s.plan(ctx, m, c)
	if err != nil {
		return graph.Release{}, false, err
	}
	r := m.current
	if p.changed {
		r = p.release(m, c.By, s.options.Clock())
	}
	if err := s.write(ctx, m, c, p, r); err != nil {
		return graph.Release{}, false, err
	}
	return r, p.changed, nil
}

// release is the record of the release that the plan makes.
func (p *plan) release(m *manifest, by string, now time.Time) graph.Release {
	var random [16]byte
	_, _ = rand.Read(random[:]) // never fails
	return graph.Release{
		Number: m.current.Number + 1, LoadID: hex.EncodeToString(random[:]), Time: now.UTC().Truncate(time.Second), By: by,
		Digest: p.delta.Digest.String(), Bundles: p.refs, Judgements: graph.HashJudgements(p.judgements), Counts: p.delta.Counts,
	}
}

// write brings a change to the disk: all new files, then the manifest, which makes it so, then what nothing needs any more
// is removed.
func (s *Store) write(ctx context.Context, m *manifest, c graph.Change, p plan, r graph.Release) error {
	if len(m.Releases) == 0 && p.changed {
		if err := s.writeManifest(m); err != nil { // see folder.noManifest
			return err
		}
	}
	texts := map[string]string{}
	for i, b := range p.put {
		graph.Tell(ctx, graph.Progress{Step: "write bundles", Done: i, Total: len(p.put)})
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		texts[b.Report.ID] = b.Report.TextSHA256
		if err := s.dir.writeBundle(b); err != nil {
			return unwritable(err)
		}
	}
	for _, b := range c.Put {
		if err := s.dir.keepQuotes(b); err != nil {
			return unwritable(err)
		}
	}
	if err := errors.Join(s.dir.writeJudgements(p.judgements), s.dir.settle()); err != nil {
		return unwritable(err)
	}
	if !p.changed { // what is told to be there lasts, also what a load wrote that was killed before it could say so
		return nil
	}
	if withdrawn, _ := taken(m.current, r); withdrawn {
		p.next = p.next.Repacked() // what was withdrawn is gone from memory as well
	}
	if from, ok := m.imaged(s.dir); !ok || stale(from, r, max(m.KeptFrom, r.Number-s.keep(), 1)) {
		graph.Tell(ctx, graph.Progress{Step: "write the image"})
		s.dir.writeImage(r.Digest, p.next)
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	next := m.with(r, texts, s.keep())
	if err := s.writeManifest(next); err != nil {
		return err
	}
	s.remember(p.next.Of(r))
	s.dir.prune(next)
	return nil
}

// writeManifest replaces the manifest. An error says whether the old one stays.
func (s *Store) writeManifest(m *manifest) error {
	content, err := seal(manifestFormat, m)
	if err != nil {
		return fmt.Errorf("encode the manifest: %w", err)
	}
	if err := put(s.dir.manifest(), content, true); err != nil {
		return unwritable(err)
	}
	if err := syncDir(string(s.dir)); err != nil {
		return fmt.Errorf("release %d is made, but may not outlast a loss of power: %w", m.current.Number, unwritable(err))
	}
	return nil
}

// repair writes the files of loaded bundles anew where a change brings the same bundles and the files are missing or
// damaged.
func (s *Store) repair(m *manifest, put []graph.Bundle) error {
	loaded := refsOf(m.current.Bundles)
	for _, b := range put {
		if hash := loaded[b.Report.ID]; hash != "" && b.Hash() == hash {
			if err := s.dir.writeBundle(b); err != nil {
				return unwritable(err)
			}
		}
	}
	return nil
}

// prune removes the files that no release which can be answered refers to, and those that loads which were cut off left
// behind. Only the holder of the lock may call it. What cannot be removed now is tried again at the next load.
func (f folder) prune(m *manifest) {
	kept := m.kept()
	if r, ok := m.imaged(f); ok {
		kept[images] = map[string]bool{r.Digest: true}
	}
	for _, c := range classes {
		whole, partial, err := names(f.path(c.dir))
		if err != nil {
			continue
		}
		for _, name := range whole {
			if hash, ours := c.hash(name); ours && !kept[c][hash] {
				_ = os.Remove(f.path(c.dir, name))
			}
		}
		for _, name := range partial {
			_ = os.Remove(f.path(c.dir, name))
		}
	}
	_, partial, _ := names(string(f))
	for _, name := range partial {
		_ = os.Remove(f.path(name))
	}
}
