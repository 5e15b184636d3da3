package storetest

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// apply makes a change that must succeed and change something.
func apply(t *testing.T, s graph.Store, c graph.Change) graph.Release {
	t.Helper()
	r, changed, err := s.Apply(t.Context(), c)
	if err != nil {
		t.Fatalf("apply: %v", err)
	}
	if !changed {
		t.Fatalf("apply: nothing changed, release %d stays", r.Number)
	}
	return r
}

// put loads bundles as one change.
func put(t *testing.T, s graph.Store, bs ...graph.Bundle) graph.Release {
	t.Helper()
	return apply(t, s, graph.Change{Put: bs, By: "storetest"})
}

// state is what changes lead to from the empty store, by graph's own rules.
func state(t *testing.T, changes ...graph.Change) graph.State {
	t.Helper()
	var st graph.State
	for _, c := range changes {
		next, err := st.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		st = next
	}
	return st
}

func loaded(t *testing.T, bs ...graph.Bundle) graph.State {
	t.Helper()
	return state(t, graph.Change{Put: bs})
}

func merged(t *testing.T, st graph.State) *graph.Graph {
	t.Helper()
	g, err := st.Graph()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// holds checks that s holds st: release, snapshot row by row, bundles byte by byte, judgements.
func holds(t *testing.T, s graph.Store, st graph.State) *graph.Snapshot {
	t.Helper()
	snap := snapshot(t, s)
	r, err := s.Release(t.Context())
	if err != nil {
		t.Fatalf("release: %v", err)
	}
	if diff := cmp.Diff(r, snap.Release()); diff != "" {
		t.Errorf("the snapshot is of another release than the current one (-current +snapshot):\n%s", diff)
	}
	want := merged(t, st)
	if got := want.Digest().String(); got != r.Digest && (r.Number > 0 || r.Digest != "") {
		t.Errorf("the release has the digest %s, its bundles merge to %s", r.Digest, got)
	}
	sameGraph(t, want, snap.Graph())
	for id, b := range st.Bundles {
		got, err := s.Bundle(t.Context(), id)
		if err != nil {
			t.Errorf("bundle of %s: %v", id, err)
			continue
		}
		if diff := cmp.Diff(string(b.WithoutQuotes().Encode()), string(got.Encode())); diff != "" {
			t.Errorf("the bundle of %s came back otherwise (-loaded +read):\n%s", id, diff)
		}
	}
	js, err := s.Judgements(t.Context())
	if err != nil {
		t.Errorf("judgements: %v", err)
	}
	if diff := cmp.Diff(string(graph.EncodeJudgements(st.Judgements)), string(graph.EncodeJudgements(js))); diff != "" {
		t.Errorf("judgements (-loaded +read):\n%s", diff)
	}
	return snap
}

func snapshot(t *testing.T, s graph.Store) *graph.Snapshot {
	t.Helper()
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatalf("snapshot: %v", err)
	}
	return snap
}

// sameGraph compares two graphs as answers see them: as JSON, in order. Quotes are left to the tests of quotes.
func sameGraph(t *testing.T, want, got *graph.Graph) {
	t.Helper()
	if diff := cmp.Diff(text(t, want), text(t, got)); diff != "" {
		t.Errorf("the graph is not what its bundles merge to (-want +got):\n%s", diff)
	}
}

// text is g as indented JSON without quotes.
func text(t *testing.T, g *graph.Graph) string {
	t.Helper()
	c := *g
	c.Passages = graph.Bundle{Passages: c.Passages}.WithoutQuotes().Passages
	for _, part := range []any{&c.Reports, &c.Passages, &c.Entities, &c.Links, &c.Notes, &c.Redirects} {
		emptyForNil(part)
	}
	b, err := json.MarshalIndent(c, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// emptyForNil: a graph without rows of a class may hold nil or an empty list; no answer tells them apart.
func emptyForNil(part any) {
	switch p := part.(type) {
	case *[]graph.Report:
		*p = append([]graph.Report{}, *p...)
	case *[]graph.Passage:
		*p = append([]graph.Passage{}, *p...)
	case *[]graph.MergedEntity:
		*p = append([]graph.MergedEntity{}, *p...)
	case *[]graph.MergedLink:
		*p = append([]graph.MergedLink{}, *p...)
	case *[]graph.Note:
		*p = append([]graph.Note{}, *p...)
	case *[]graph.Redirect:
		*p = append([]graph.Redirect{}, *p...)
	}
}

// fails checks that err wraps want.
func fails(t *testing.T, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: error %v, want one that wraps %q", what, err, want)
	}
}
