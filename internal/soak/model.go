package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// model is what a store must hold: the state that the changes made so far lead to, by the rules of package graph alone, and
// every release as it was when it was first seen.
type model struct {
	st       graph.State
	releases []graph.Release // oldest first, numbered from 1
	keep     int             // past releases that must be answered
	digests  map[string]string
}

func newModel(keep int) *model { return &model{keep: keep, digests: map[string]string{}} }

// clone is a model that goes its own way from here.
func (m *model) clone() *model {
	return &model{m.st, slices.Clip(m.releases), m.keep, m.digests}
}

// digest is that of the graph that a state merges to.
func (m *model) digest(st graph.State) (string, error) {
	key := graph.HashJudgements(st.Judgements)
	for _, id := range sortedKeys(st.Bundles) {
		key += " " + st.Bundles[id].Hash()
	}
	if d, ok := m.digests[key]; ok {
		return d, nil
	}
	g, err := st.Graph()
	if err != nil {
		return "", err
	}
	m.digests[key] = g.Digest().String()
	return m.digests[key], nil
}

// number is that of the newest release.
func (m *model) number() int { return len(m.releases) }

// after is the state that a change leads to.
func (m *model) after(c graph.Change) (graph.State, error) { return m.st.Apply(c) }

// made takes in that the store made a release of a change.
func (m *model) made(st graph.State, r graph.Release) {
	m.st, m.releases = st, append(m.releases, r)
}

// audit holds a store that was opened anew against a state and a release number: release, history, graph, bundles,
// judgements, and one of the past releases that are kept.
func (m *model) audit(ctx context.Context, s graph.Store, st graph.State, number int) (graph.Release, error) {
	r, err := s.Release(ctx)
	if err != nil {
		return r, err
	}
	want, err := m.digest(st)
	if err != nil {
		return r, err
	}
	if r.Number != number || number > 0 && r.Digest != want {
		return r, fmt.Errorf("release %d with digest %.12s; it must be %d with %.12s", r.Number, r.Digest, number, want)
	}
	if err := m.history(ctx, s, r); err != nil {
		return r, err
	}
	snap, err := s.Snapshot(ctx)
	if err != nil {
		return r, err
	}
	if err := sameGraph(snap, r, want); err != nil {
		return r, err
	}
	if err := sameBundles(ctx, s, st); err != nil {
		return r, err
	}
	return r, m.past(ctx, s, number)
}

// history checks that every release that was ever seen is still listed as it was, and none beside them but newest.
func (m *model) history(ctx context.Context, s graph.Store, newest graph.Release) error {
	got, err := s.Releases(ctx)
	if err != nil {
		return err
	}
	slices.Reverse(got)
	if len(got) != newest.Number || newest.Number < m.number() {
		return fmt.Errorf("%d releases are listed, the newest is number %d, %d were seen", len(got), newest.Number, m.number())
	}
	for i, r := range m.releases {
		if got[i].LoadID != r.LoadID || got[i].Digest != r.Digest || got[i].By != r.By || !slices.Equal(got[i].Bundles, r.Bundles) {
			return fmt.Errorf("release %d by %q is listed as %q with digest %.12s: history was changed", i+1, r.By, got[i].By, got[i].Digest)
		}
	}
	return nil
}

// past asks for the release before and the oldest that is kept.
func (m *model) past(ctx context.Context, s graph.Store, number int) error {
	for _, n := range []int{number - 1, max(number-m.keep, 1)} {
		if n < 1 || n > m.number() {
			continue
		}
		snap, err := s.PastSnapshot(ctx, strconv.Itoa(n))
		if err != nil {
			return fmt.Errorf("release %d of %d: %w", n, number, err)
		}
		if err := sameGraph(snap, m.releases[n-1], m.releases[n-1].Digest); err != nil {
			return fmt.Errorf("past release %d: %w", n, err)
		}
	}
	return nil
}

func sameGraph(snap *graph.Snapshot, r graph.Release, digest string) error {
	if snap.Release().LoadID != r.LoadID {
		return fmt.Errorf("the snapshot is of release %d (%s), asked for was %d (%s)", snap.Release().Number, snap.Release().LoadID, r.Number, r.LoadID)
	}
	if got := snap.Graph().Digest().String(); r.Number > 0 && got != digest {
		return fmt.Errorf("the rows of release %d have the digest %.12s, its bundles merge to %.12s: a mixture", r.Number, got, digest)
	}
	return nil
}

func sameBundles(ctx context.Context, s graph.Store, st graph.State) error {
	for _, id := range sortedKeys(st.Bundles) {
		b, err := s.Bundle(ctx, id)
		if err != nil {
			return err
		}
		if string(b.Encode()) != string(st.Bundles[id].WithoutQuotes().Encode()) {
			return fmt.Errorf("the bundle of %s came back otherwise", id)
		}
	}
	js, err := s.Judgements(ctx)
	if err == nil && string(graph.EncodeJudgements(js)) != string(graph.EncodeJudgements(st.Judgements)) {
		return fmt.Errorf("the judgements came back otherwise")
	}
	return err
}
