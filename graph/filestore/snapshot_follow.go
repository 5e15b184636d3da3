package filestore

import (
	"context"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// staleness is how many bundles an image serves for each that changed since it was made: beyond, the next load makes
// another one. The cost of images so stays a small part of that of loads, however large the graph.
const staleness = 16

// mostBehind is how many changed bundles an image serves for at the most: at thousands of bundles a sixteenth of them takes a
// process several times as long to follow as the image to read.
const mostBehind = 32

// stale reports whether so much changed from one release to another that the image of the older is of no use, or that another
// one is worth its making. An image also goes where it holds what was taken out: at once where a report was withdrawn, and
// where one was replaced as soon as the release of the image is no longer kept.
func stale(from, to graph.Release, keptFrom int) bool {
	withdrawn, replaced := taken(from, to)
	behind := changes(from, to)
	return withdrawn || replaced && from.Number < keptFrom || from.Judgements != "" || to.Judgements != "" ||
		behind*staleness >= len(to.Bundles) || behind >= mostBehind
}

// taken reports whether a report of one release is withdrawn in another, and whether one is replaced.
func taken(from, to graph.Release) (withdrawn, replaced bool) {
	is := refsOf(to.Bundles)
	for _, ref := range from.Bundles {
		withdrawn = withdrawn || is[ref.Report] == ""
		replaced = replaced || is[ref.Report] != "" && is[ref.Report] != ref.Hash
	}
	return withdrawn, replaced
}

// changes is how many bundles differ between two releases.
func changes(from, to graph.Release) int {
	was, is, n := refsOf(from.Bundles), refsOf(to.Bundles), 0
	for report, hash := range is {
		if was[report] != hash {
			n++
		}
	}
	for report := range was {
		if is[report] == "" {
			n++
		}
	}
	return n
}

// follow is the snapshot of the current release made from an earlier one, remembered or read from its image, by what changed
// since. It is not ok where there is none, or where that is as much work as merging anew.
func (s *Store) follow(ctx context.Context, m *manifest, before *graph.Snapshot) (*graph.Snapshot, bool, error) {
	if before != nil && (!m.made(before.Release()) || half(before.Release(), m.current)) {
		before = nil
	}
	if r, ok := m.imaged(s.dir); ok && !half(r, m.current) && (before == nil || changes(r, m.current) < changes(before.Release(), m.current)) {
		if image, ok := s.dir.readImage(r); ok {
			before = image
		}
	}
	if before == nil {
		return nil, false, nil
	}
	gone, put, err := s.dir.changed(ctx, before.Release(), m.current)
	if err != nil {
		return nil, false, err
	}
	next, was, is, ok := before.Follow(m.current, gone, put)
	if !ok {
		return nil, false, nil
	}
	digest, _ := graph.ParseDigest(before.Release().Digest) // which parsed when the manifest was read
	if digest.Replace(was, is).String() != m.current.Digest {
		return nil, false, nil // the image or the bundles are not what they are taken for: merging anew will tell
	}
	if withdrawn, _ := taken(before.Release(), m.current); withdrawn {
		return next.Repacked(), true, nil
	}
	return next, true, nil
}

// half reports whether half of the bundles changed, or judgements may tie any to any other.
func half(from, to graph.Release) bool {
	return from.Judgements != "" || to.Judgements != "" || changes(from, to)*2 > len(to.Bundles)
}

// changed reads what changed from one release to another.
func (f folder) changed(ctx context.Context, from, to graph.Release) (gone map[string]bool, put []graph.Bundle, err error) {
	was, is := refsOf(from.Bundles), refsOf(to.Bundles)
	gone = map[string]bool{}
	for report, hash := range was {
		gone[report] = is[report] != hash
	}
	for _, ref := range to.Bundles {
		if was[ref.Report] == ref.Hash {
			continue
		}
		if ctx.Err() != nil {
			return nil, nil, context.Cause(ctx)
		}
		b, err := f.bundle(ref)
		if err != nil {
			return nil, nil, err
		}
		put = append(put, b)
	}
	return gone, put, nil
}

// made reports whether r is one of the releases of m.
func (m *manifest) made(r graph.Release) bool {
	return r.Number >= 1 && r.Number <= len(m.Releases) && m.Releases[r.Number-1].LoadID == r.LoadID && m.Releases[r.Number-1].Digest == r.Digest
}

// imaged is the newest release of which there is an image.
func (m *manifest) imaged(f folder) (graph.Release, bool) {
	for i := len(m.Releases) - 1; i >= 0; i-- {
		if f.hasImage(m.Releases[i].Digest) {
			upTo := manifest{Releases: m.Releases[:i+1]}
			return upTo.newest(), true
		}
	}
	return graph.Release{}, false
}
