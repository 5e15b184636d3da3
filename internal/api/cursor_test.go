package api_test

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// firstCursor is the cursor of the second page of a list that has one.
func firstCursor(t *testing.T, s *server, path string) string {
	t.Helper()
	var l pairList
	s.json(t, path, &l)
	if l.Meta.Next == nil {
		t.Fatalf("%s has one page", path)
	}
	return *l.Meta.Next
}

// refused asks for a page and gives the code of the problem, empty where there is none.
func refused(t *testing.T, s *server, path, cursor string) (code, detail string) {
	t.Helper()
	sep := "?"
	if strings.Contains(path, "?") {
		sep = "&"
	}
	resp, body := s.get(t, path+sep+"cursor="+url.QueryEscape(cursor))
	if resp.StatusCode == http.StatusOK {
		return "", ""
	}
	var p struct{ Code, Detail string }
	if err := json.Unmarshal(body, &p); err != nil {
		t.Fatal(err)
	}
	return p.Code, p.Detail
}

// TestCursorsAreOfOneList: a cursor is taken by the list and filters that it came from, however they are written and whatever the
// size of pages or the format, and by no other.
func TestCursorsAreOfOneList(t *testing.T) {
	s := newServer(t, editions(t)...)
	const from = "/api/v1/institutions?limit=3&country=CA&role=lead"
	c := firstCursor(t, s, from)
	for _, path := range []string{from, "/api/v1/institutions?role=lead&country=CA&limit=9&q=", "/api/v1/institutions.csv?country=C%41&role=lead", "/api/v1/institutions?country=CA&role=lead&bom=true"} {
		if code, says := refused(t, s, path, c); code != "" {
			t.Errorf("%s: %s %s", path, code, says)
		}
	}
	for _, path := range []string{"/api/v1/institutions?limit=3", "/api/v1/institutions?limit=3&country=MX&role=lead", "/api/v1/projects?limit=3&country=CA", "/api/v1/entities?limit=3&country=CA", "/api/v1/crosswalks",
		"/api/v1/institutions?limit=3&country=CA&role=lead&today=2030-01-01", "/api/v1/entities/group:cmp:energy/evidence", "/api/v1/notes"} {
		if code, says := refused(t, s, path, c); code != "invalid-cursor" || !strings.Contains(says, "first page") {
			t.Errorf("%s takes the cursor of %s: %s %s", path, from, code, says)
		}
	}
	c = firstCursor(t, s, "/api/v1/entities/group:cmp:energy/neighbours?limit=3")
	for _, path := range []string{"/api/v1/entities/group:cmp:mining/neighbours?limit=3", "/api/v1/entities/group:cmp:energy/neighbours/HOLDS"} {
		if code, _ := refused(t, s, path, c); code != "invalid-cursor" {
			t.Errorf("%s takes the cursor of another thing's links: %s", path, code)
		}
	}
}

// TestCursorsOfReleases: a cursor of another release says how to go on in it; one that is none says where to begin.
func TestCursorsOfReleases(t *testing.T) {
	s := newServer(t, editions(t)...)
	old := firstCursor(t, s, "/api/v1/institutions?limit=3&release=1")
	if code, says := refused(t, s, "/api/v1/institutions?limit=3", old); code != "conflict" || !strings.Contains(says, "ask with release=") {
		t.Errorf("a cursor of release 1: %s %s", code, says)
	}
	if code, says := refused(t, s, "/api/v1/institutions?limit=3&release=1", old); code != "" {
		t.Errorf("a cursor of release 1 in release 1: %s %s", code, says)
	}
	now := firstCursor(t, s, "/api/v1/institutions?limit=3")
	plain, err := base64.RawURLEncoding.DecodeString(now)
	if err != nil {
		t.Fatal(err)
	}
	begin := string(plain[:strings.LastIndexByte(string(plain), ':')])
	for _, c := range []string{"x", "%", now + "!", now[1:], begin + ":1", begin, begin + ":-1", begin + ":+3", begin + ":03", begin + ":99999999999999999999", begin + ":1:1"} {
		if strings.HasPrefix(c, begin) && c != begin+":1" {
			c = base64.RawURLEncoding.EncodeToString([]byte(c))
		}
		if code, _ := refused(t, s, "/api/v1/institutions?limit=3", c); code != "invalid-cursor" {
			t.Errorf("cursor %q: code %q", c, code)
		}
	}
	var l pairList
	s.json(t, "/api/v1/institutions?cursor="+base64.RawURLEncoding.EncodeToString([]byte(begin+":1000000")), &l)
	if len(l.Items) != 0 || l.Meta.Next != nil || l.Meta.Total == 0 {
		t.Errorf("past the end: %+v", l.Meta)
	}
}
