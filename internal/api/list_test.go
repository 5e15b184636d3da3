package api_test

import (
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestColumnsStay: the columns of a list's CSV do not depend on what is found.
func TestColumnsStay(t *testing.T) {
	s := newServer(t, editions(t)...)
	header := func(path string) string {
		resp, body := s.get(t, path)
		if resp.StatusCode != 200 {
			t.Errorf("%s: %d %.300s", path, resp.StatusCode, body)
		}
		line, _, _ := strings.Cut(string(body), "\r\n")
		return line
	}
	for list, filters := range map[string][]string{
		"entities": {"q=zzzz", "kind=Place", "country=CA"}, "groups": {"q=zzzz"}, "institutions": {"q=zzzz", "country=CA"}, "people": {"q=zzzz"}, "projects": {"q=zzzz"}, "sessions": {"status=dropped"},
		"commitments": {"due_before=1950"}, "themes": {"q=zzzz"}, "figures": {"q=zzzz"}, "places": {"q=zzzz"}, "crosswalks": {"min_confidence=1&group=group:cmp:labour-mobility"}, "notes": {"kind=gap"}, "opportunities": {"kind=new", "size=3", "members=institutions"},
	} {
		whole := header("/api/v1/" + list + ".csv")
		for _, f := range filters {
			if got := header("/api/v1/" + list + ".csv?" + f); got != whole || got == "" {
				t.Errorf("%s.csv?%s has the columns\n%s, the whole list\n%s", list, f, got, whole)
			}
		}
	}
}

// TestGroupsOfPartnership: where several partnerships are loaded, groups are asked for by theirs.
func TestGroupsOfPartnership(t *testing.T) {
	other := graphtest.NewWorld(2020, "energy", "mining")
	s := newServer(t, append(editions(t), graph.Change{Put: []graph.Bundle{other.Bundle}})...)
	for ask, want := range map[string]int{"": 12, "?partnership=partnership:cmp": 10, "?partnership=partnership:test": 2, "?partnership=partnership:cmp&q=energy": 1, "?partnership=partnership:test&q=forestry": 0} {
		var l struct {
			Items []struct{ ID string }
			Meta  struct{ Total int }
		}
		s.json(t, "/api/v1/groups"+ask, &l)
		if l.Meta.Total != want {
			t.Errorf("groups%s: %d, want %d: %v", ask, l.Meta.Total, want, l.Items)
		}
		_, of, _ := strings.Cut(ask, "partnership:")
		for _, g := range l.Items {
			if !strings.HasPrefix(g.ID, "group:"+strings.SplitN(of, "&", 2)[0]) {
				t.Errorf("groups%s hold %s", ask, g.ID)
			}
		}
	}
	for ask, status := range map[string]int{"partnership:nix": 404, "group:cmp:energy": 400} {
		if resp, body := s.get(t, "/api/v1/groups?partnership="+ask); resp.StatusCode != status || !strings.Contains(string(body), ask) {
			t.Errorf("groups of %s: %d %s", ask, resp.StatusCode, body)
		}
	}
}

// TestReleaseIDs: what a release is called in answers stands in the list of releases, and asks for it.
func TestReleaseIDs(t *testing.T) {
	s := newServer(t, editions(t)...)
	var l struct {
		Items []struct {
			ID     string
			Number int
		}
	}
	s.json(t, "/api/v1/releases", &l)
	if len(l.Items) != 2 {
		t.Fatalf("%d releases", len(l.Items))
	}
	for _, r := range l.Items {
		var p pairList
		s.json(t, "/api/v1/crosswalks?release="+r.ID, &p)
		if p.Meta.Release != r.ID {
			t.Errorf("release %d is called %s, and %s in its answer", r.Number, r.ID, p.Meta.Release)
		}
	}
}
