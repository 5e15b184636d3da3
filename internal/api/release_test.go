package api_test

import (
	"context"
	"net/http"
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
