package ui_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// pages is a page of every kind, of the packaged edition.
var pages = []string{
	"/", "/en/links/group:cmp:environment/group:cmp:mining", "/en/links/group:cmp:forestry/group:cmp:trade-investment-innovation", "/en/links/group:cmp:agri-business/group:cmp:energy",
	"/en/opportunities", "/en/opportunities/opportunity:group:cmp:environment~group:cmp:forestry", "/en/passages/passage:cmp-2018:503-5", "/en/notes",
	"/en/entities/group:cmp:energy", "/en/entities/institution:natural-resources-canada", "/en/entities/report:cmp-2018", "/en/entities/person:yiotta-kokkinos", "/en/entities/theme:clean-technology",
}

// TestEveryPage follows every link from the first page on: each leads to a page or an answer that is there, and each page is well made
// and keeps to the manners.
func TestEveryPage(t *testing.T) {
	t.Run("2018", func(t *testing.T) { crawl(t, serveReport(t), "/") })
	t.Run("both", func(t *testing.T) {
		crawl(t, serve(t, graphtest.Edition2018(t), graphtest.Edition2019(t)), "/?partnership=partnership:cmp")
	})
}

func crawl(t *testing.T, url, start string) {
	kinds, seen, todo := map[string]int{}, map[string]bool{start: true}, []string{start}
	fragments := map[string][]string{} // page → fragments that others lead to
	ids := map[string]map[string]int{}
	for len(todo) > 0 {
		path := todo[0]
		todo = todo[1:]
		resp, body := get(t, url+path)
		if resp.StatusCode != http.StatusOK || body == "" {
			t.Errorf("%s: %d", path, resp.StatusCode)
			continue
		}
		if !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/html") || path == "/docs" {
			continue
		}
		plain, _, _ := strings.Cut(path, "?")
		kinds[kindOf(plain)]++
		d := parse(t, body)
		wellMade(t, path, body, d)
		mannered(t, path, d)
		ids[path] = d.ids()
		if strings.Contains(path, "as_of=") {
			continue // another year's pages are not all followed
		}
		for _, n := range slices.Concat(d.all("a"), d.all("link")) {
			to, fragment, _ := strings.Cut(attr(n, "href"), "#")
			if strings.HasPrefix(to, "http") {
				continue // the published report
			}
			if to == "" {
				to = path
			}
			if fragment != "" {
				fragments[to] = append(fragments[to], fragment)
			}
			if !seen[to] {
				seen[to] = true
				todo = append(todo, to)
			}
		}
	}
	for path, fs := range fragments {
		for _, f := range fs {
			if ids[path][f] == 0 {
				t.Errorf("%s#%s leads nowhere", path, f)
			}
		}
	}
	var unseen []string
	query := strings.Replace(strings.TrimPrefix(start, "/"), ":", "%3A", 1)
	for _, e := range graphtest.Edition2018(t).Entities {
		if !seen["/en/entities/"+e.ID+query] {
			unseen = append(unseen, e.ID)
		}
	}
	for _, p := range graphtest.Edition2018(t).Passages {
		if !seen["/en/passages/"+p.ID+query] {
			unseen = append(unseen, p.ID)
		}
	}
	t.Logf("pages: %v, addresses %d", kinds, len(seen))
	if len(unseen) > 0 {
		t.Errorf("no page leads to %v", unseen)
	}
	if kinds["entities"] < 500 || kinds["passages"] < 400 || kinds["links"] < 15 || kinds["opportunities"] < 8 || kinds["notes"] != 1 {
		t.Errorf("too few pages were found: %v", kinds)
	}
}

func kindOf(path string) string {
	if parts := strings.Split(path, "/"); len(parts) > 2 {
		return parts[2]
	}
	return path
}

// ids are the ids of a page's elements and how often each stands there.
func (d document) ids() map[string]int {
	out := map[string]int{}
	for _, n := range d.elements {
		if id := attr(n, "id"); id != "" {
			out[id]++
		}
	}
	return out
}

// wellMade: one heading of the first rank and none left out below it, tables with caption and scopes, ids once, names for what is
// labelled and for every link, no script.
func wellMade(t *testing.T, path, body string, d document) {
	t.Helper()
	if n := len(d.all("h1")); n != 1 {
		t.Errorf("%s: %d h1", path, n)
	}
	rank := 0
	for _, n := range d.elements {
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			if now := int(n.Data[1] - '0'); now > rank+1 {
				t.Errorf("%s: h%d %q follows h%d", path, now, text(n), rank)
			}
			rank = int(n.Data[1] - '0')
		}
	}
	if len(d.all("script")) > 0 || strings.Contains(body, "onclick") {
		t.Errorf("%s holds script", path)
	}
	for _, table := range d.all("table") {
		tabled(t, path, table)
	}
	ids := d.ids()
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: the id %s stands %d times", path, id, n)
		}
	}
	for _, n := range d.elements {
		if l := attr(n, "aria-labelledby"); l != "" && ids[l] == 0 {
			t.Errorf("%s: aria-labelledby names %s, which is not there", path, l)
		}
	}
	for _, a := range d.all("a") {
		if attr(a, "aria-label") == "" && text(a) == "" {
			t.Errorf("%s: the link to %s has no name", path, attr(a, "href"))
		}
	}
	if attr(d.all("html")[0], "lang") != "en" {
		t.Errorf("%s does not say its language", path)
	}
}

func tabled(t *testing.T, path string, table *html.Node) {
	t.Helper()
	inner := document{}
	for n := range table.Descendants() {
		inner.elements = append(inner.elements, n)
	}
	if len(inner.all("caption")) != 1 {
		t.Errorf("%s: a table has no caption", path)
	}
	for _, th := range inner.all("th") {
		if s := attr(th, "scope"); s != "col" && s != "row" {
			t.Errorf("%s: the heading %q has no scope", path, text(th))
		}
	}
}

// mannered: nothing is said that officials of two governments must not read, no id stands where a name belongs, and every page says that
// it is no government publication, and the year.
func mannered(t *testing.T, path string, d document) {
	t.Helper()
	all := text(d.all("body")[0])
	for _, s := range []string{"overdue", "failed to", "There is no ", "%!", "<no value>", "map[", "paragraph 0", "link:", ":cmp:", "0000000000000000"} {
		if strings.Contains(all, s) {
			t.Errorf("%s says %q: …%s", path, s, around(all, s))
		}
	}
	for _, s := range []string{"not a government publication", "2018"} {
		if !strings.Contains(all, s) {
			t.Errorf("%s does not say %q", path, s)
		}
	}
}

// around is where a text stands in another.
func around(all, s string) string {
	i := strings.Index(all, s)
	return all[max(0, i-60):min(len(all), i+60)]
}
