package ui_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// document is a parsed page.
type document struct{ elements []*html.Node }

func parse(t *testing.T, text string) document {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var d document
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			d.elements = append(d.elements, n)
		}
	}
	return d
}

// all lists the elements of a name.
func (d document) all(name string) []*html.Node {
	var out []*html.Node
	for _, n := range d.elements {
		if n.Data == name {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// TestWeight: pages stay small enough to be read over a slow line and mailed.
func TestWeight(t *testing.T) {
	url := serveReport(t)
	for _, path := range pages {
		_, page := get(t, url+path)
		t.Logf("%s has %d bytes", path, len(page))
		if len(page) > 130_000 {
			t.Errorf("%s has %d bytes", path, len(page))
		}
	}
}

// TestSays: what an official looks for first stands on the page, zero and no chapter in other words.
func TestSays(t *testing.T) {
	_, page := get(t, serveReport(t)+"/")
	for _, s := range []string{"Working together", "Agreed or proposed, not yet done", "No chapter", "no chapter", "Not named in the report", "Proposed in the report", "Reasons for caution",
		"Groups without a chapter", "The report says both", "not a government publication", "Told in the Human Capital chapter; the Energy chapter does not name it.", "Before you read: the report of 2018 has no chapter of Agri-business and Labour Mobility", ", paragraph 1", "Listed apart and not ranked",
		"the Canadian side proposed that the group end"} {
		if !strings.Contains(page, s) {
			t.Errorf("the page does not say %q", s)
		}
	}
	for _, s := range []string{"should", "overdue", "failed to", "%!", "<no value>", "paragraph 0", "link:", "and 1 more place"} {
		if strings.Contains(page, s) {
			t.Errorf("the page says %q", s)
		}
	}
	d := parse(t, page)
	for _, n := range slices.Concat(d.all("li"), d.all("p")) {
		if s := text(n); strings.Contains(s, ":cmp:") {
			t.Errorf("an id stands where a name belongs: %s", s)
		}
	}
	states := map[string]int{}
	for _, td := range d.all("td") {
		state, _, _ := strings.Cut(attr(td, "class"), " ")
		states[state]++
	}
	if states["linked"] == 0 || states["zero"] == 0 || states["no-chapter"] == 0 || states["self"] == 0 {
		t.Errorf("cells by state: %v", states)
	}
}

// TestTwoEditions: with several editions every place says which, and a year before is shown as it was.
func TestTwoEditions(t *testing.T) {
	url := serve(t, graphtest.Edition2018(t), graphtest.Edition2019(t))
	_, page := get(t, url+"/")
	if !strings.Contains(page, "2018 report, Part") || !strings.Contains(page, "2019 report, Part") || !strings.Contains(page, "as of 2019") {
		t.Error("places do not say their edition")
	}
	head := text(parse(t, page).all("header")[0])
	if s := "2 editions are loaded, of 2018 and 2019. See this page as of 2018. What the edition of 2019 says otherwise than that of 2018: the comparison as JSON or the comparison as CSV."; !strings.Contains(head, s) {
		t.Errorf("the first page does not say %q: %s", s, head)
	}
	_, only := get(t, serveReport(t)+"/")
	if strings.Contains(only, "compare") {
		t.Error("one edition is compared")
	}
	_, before := get(t, url+"/?as_of=2018")
	cut := func(s string) string { return s[strings.Index(s, "<main"):strings.Index(s, "</main>")] }
	if strings.NewReplacer("?as_of=2018&amp;", "?", "?as_of=2018", "").Replace(cut(before)) != cut(only) {
		t.Error("as of 2018 the page is not that of the 2018 edition alone")
	}
}

// TestSameQuestion: a page of another year, release and partnership leads to pages and answers of the same: all of them are there, and a
// pair has the score that the first page gives it.
func TestSameQuestion(t *testing.T) {
	url := serve(t, graphtest.Edition2018(t), graphtest.Edition2019(t))
	_, page := get(t, url+"/?as_of=2018&partnership=partnership:cmp&release=2&utm=x")
	pairs := 0
	for _, n := range parse(t, page).all("a") {
		href := attr(n, "href")
		if strings.HasPrefix(href, "#") || href == "/docs" {
			continue
		}
		resp, body := get(t, url+href)
		if resp.StatusCode != http.StatusOK || !strings.Contains(href, "release=2") || strings.Contains(href, "utm") {
			t.Errorf("%s: %d", href, resp.StatusCode)
		}
		if attr(n, "class") == "whole" {
			_, data := get(t, url+strings.Replace(href, "/en/links/", "/api/v1/crosswalks/", 1))
			var x struct{ Score float64 }
			if err := json.Unmarshal([]byte(data), &x); err != nil || !strings.Contains(text(n.Parent.Parent), fmt.Sprintf("Score %.2f", x.Score)) || !strings.Contains(body, fmt.Sprintf("Score %.2f", x.Score)) {
				t.Errorf("%s: score %v, the page says %s (%v)", href, x.Score, text(n.Parent.Parent), err)
			}
			pairs++
		}
	}
	if pairs < 5 {
		t.Errorf("only %d pairs lead to their pages", pairs)
	}
}

// TestStale: while the store is away the page goes on and says so; a page that cannot be made says it without the cause.
func TestStale(t *testing.T) {
	dir := t.TempDir()
	url, svc := serveFrom(t, dir, graphtest.Edition2018(t))
	if err := svc.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "manifest.json"), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if svc.Refresh(t.Context()) == nil {
		t.Fatal("a damaged folder can be read")
	}
	if resp, page := get(t, url+"/"); resp.StatusCode != 200 || !strings.Contains(page, "The store cannot be reached now.") {
		t.Errorf("a stale page: %d", resp.StatusCode)
	}
	resp, page := get(t, url+"/?release=1000")
	if resp.StatusCode != 503 || resp.Header.Get("Retry-After") == "" || !strings.Contains(page, "try again later") || strings.Contains(page, dir) {
		t.Errorf("a past release while the store is away: %d\n%s", resp.StatusCode, page)
	}
}

// TestFailures: what cannot be shown is a page that says why, with its status; nothing of ours shows through.
func TestFailures(t *testing.T) {
	url := serveReport(t)
	empty := serve(t)
	for _, tc := range []struct {
		url    string
		status int
		says   string
	}{
		{url + "/nothing", 404, "There is no page /nothing."}, {url + "/?as_of=soon", 400, "as_of is"}, {url + "/?as_of=2001", 404, "2018"},
		{url + "/?release=99", 404, "release"}, {url + "/?partnership=partnership:nix", 404, "partnership:cmp"}, {url + "/static/nix.css", 404, "There is no file /static/nix.css."}, {url + "/static/", 404, "There is no file"}, {url + "/static/../templates/home.html", 404, "There is no"},
		{url + "/en/entities/group:cmp:enrgy", 404, "did you mean group:cmp:energy?"}, {url + "/en/entities/group:cmp:energy-x", 404, "Where to go from here"}, {url + "/en/passages/passage:nix", 404, "no such passage"},
		{url + "/en/links/group:cmp:energy/group:nix", 404, "group:nix"}, {url + "/en/links/group:cmp:energy/group:cmp:energy", 400, "name two groups"},
		{url + "/en/opportunities/opportunity:group:cmp:energy~group:cmp:human-capital", 404, "already work together"}, {url + "/en/opportunities/nix", 400, "is no opportunity"},
		{url + "/en/links", 404, "There is no page /en/links."}, {url + "/en/nix?as_of=2018", 404, "There is no page /en/nix."},
		{empty + "/en/entities/group:cmp:energy", 404, "crosswalk load --packaged cmp-2018"},
	} {
		resp, body := get(t, tc.url)
		if resp.StatusCode != tc.status || !strings.Contains(body, tc.says) || strings.Contains(body, "goroutine") {
			t.Errorf("%s: %d\n%s", tc.url, resp.StatusCode, body)
		}
	}
	head, err := http.Head(url + "/en/entities/group:cmp:energy")
	if err != nil {
		t.Fatal(err)
	}
	head.Body.Close()
	if head.StatusCode != http.StatusOK || head.ContentLength < 1000 {
		t.Errorf("HEAD: %d, %d bytes announced", head.StatusCode, head.ContentLength)
	}
	resp, err := http.Post(url+"/", "text/plain", strings.NewReader("x"))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusMethodNotAllowed || resp.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST /: %d, allowed %q", resp.StatusCode, resp.Header.Get("Allow"))
	}
}
