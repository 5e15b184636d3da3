package api_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// TestIntervalBySwappedMembers: an opportunity has its rank's interval in whatever order its members are asked for.
func TestIntervalBySwappedMembers(t *testing.T) {
	s := newServer(t, editions(t)...)
	type one struct {
		ID       string  `json:"id"`
		Interval *[2]int `json:"rank_interval"`
	}
	var l struct{ Items []one }
	s.json(t, "/api/v1/opportunities", &l)
	if len(l.Items) == 0 || l.Items[0].Interval == nil {
		t.Fatal("no opportunity with an interval to try")
	}
	want := l.Items[0]
	a, b, _ := strings.Cut(strings.TrimPrefix(want.ID, "opportunity:"), "~")
	var got one
	s.json(t, "/api/v1/opportunities/"+url.PathEscape("opportunity:"+b+"~"+a), &got)
	if got.ID != want.ID || got.Interval == nil || *got.Interval != *want.Interval {
		t.Errorf("%s with its members swapped: %s, interval %v, not %v", want.ID, got.ID, got.Interval, want.Interval)
	}
}

// TestYearsOfTheirOwn: what is over several years hears no as_of, and says so.
func TestYearsOfTheirOwn(t *testing.T) {
	s := newServer(t, editions(t)...)
	for _, path := range []string{"/api/v1/crosswalks/series?as_of=2018", "/api/v1/compare?from=2018&to=2019&as_of=2018"} {
		if resp, body := s.get(t, path); resp.StatusCode != http.StatusBadRequest || !strings.Contains(string(body), "query.as_of") {
			t.Errorf("%s: %d %.200s", path, resp.StatusCode, body)
		}
	}
}
