package api_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// TestPastRelease: a release that is kept is answered again with the same bytes; an unknown one is 404.
func TestPastRelease(t *testing.T) {
	two := editions(t)
	s := newServer(t, two[0])
	_, before := s.get(t, "/api/v1/crosswalks")
	var l pairList
	s.json(t, "/api/v1/crosswalks", &l)
	if _, _, err := s.store.Apply(context.Background(), two[1]); err != nil {
		t.Fatal(err)
	}
	if err := s.svc.Refresh(context.Background()); err != nil {
		t.Fatal(err)
	}
	_, now := s.get(t, "/api/v1/crosswalks")
	if string(now) == string(before) {
		t.Fatal("the second edition changed no answer")
	}
	_, again := s.get(t, "/api/v1/crosswalks?release="+l.Meta.Release)
	if got := strings.Replace(string(again), "?release="+l.Meta.Release, "", 1); got != string(before) {
		t.Errorf("release %s is answered otherwise now:\n%.300s\n%.300s", l.Meta.Release, got, before)
	}
	if resp, _ := s.get(t, "/api/v1/crosswalks?release=77"); resp.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown release is %d", resp.StatusCode)
	}
}

// TestReleasesAfterReturn: a load that is taken back leaves the graph of before, yet its history is longer.
func TestReleasesAfterReturn(t *testing.T) {
	s := newServer(t, editions(t)[0])
	ctx := context.Background()
	var l struct{ Items []struct{ Number int } }
	s.json(t, "/api/v1/releases", &l)
	for _, c := range []graph.Change{editions(t)[1], {Withdraw: []string{"report:cmp-2019"}}} {
		if _, _, err := s.store.Apply(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.svc.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	s.json(t, "/api/v1/releases", &l)
	if len(l.Items) != 3 || l.Items[0].Number != 3 {
		t.Errorf("three loads, and the history is %v", l.Items)
	}
}

// TestReleasesUpTo: a release has one history, which neither a later load nor the cache changes: not when a past one is asked for,
// nor between a load and the moment when the service hears of it.
func TestReleasesUpTo(t *testing.T) {
	two := editions(t)
	s := newServer(t, two[0])
	ctx := context.Background()
	numbers := func(path string) (out []int) {
		t.Helper()
		var l struct{ Items []struct{ Number int } }
		s.json(t, path, &l)
		for _, r := range l.Items {
			out = append(out, r.Number)
		}
		return out
	}
	holds := func(when, path string, want ...int) {
		t.Helper()
		if got := numbers(path); !slices.Equal(got, want) {
			t.Errorf("%s: %s lists %v, not %v", when, path, got, want)
		}
	}
	holds("at first", "/api/v1/releases?release=1", 1)
	s.json(t, "/api/v1/overview", new(any)) // the snapshot is there
	if _, _, err := s.store.Apply(ctx, two[1]); err != nil {
		t.Fatal(err)
	}
	holds("loaded, not yet heard of", "/api/v1/releases", 1)
	if err := s.svc.Refresh(ctx); err != nil {
		t.Fatal(err)
	}
	holds("after the load", "/api/v1/releases", 2, 1)
	holds("after the load", "/api/v1/releases?limit=50", 2, 1)
	holds("cached", "/api/v1/releases?release=1", 1)
	holds("asked anew", "/api/v1/releases?release=1&limit=50", 1)
}
