package ui_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestPlainWords: what a co-chair reads first holds no figure of the method: those stand folded under "How it is ordered".
func TestPlainWords(t *testing.T) {
	url := serveReport(t)
	for _, path := range []string{"/", "/en/links/group:cmp:energy/group:cmp:mining", "/en/links/group:cmp:environment/group:cmp:forestry", "/en/opportunities", "/en/opportunities/opportunity:group:cmp:environment~group:cmp:forestry"} {
		_, page := get(t, url+path)
		if strings.Contains(page, ">How it is ordered<") == (path == "/en/opportunities") {
			t.Errorf("%s: what should be folded under “How it is ordered” is not", path)
		}
		open := text(unfolded(t, page))
		for _, s := range []string{"Rank ", "other parameters", "than chance", "q =", "p =", "Score ", "Ordered by", "Mass M"} {
			if strings.Contains(strings.Replace(open, "Score of every pair", "", 1), s) {
				t.Errorf("%s says %q: …%s…", path, s, around(open, s))
			}
		}
	}
}

// unfolded is the main part of a page without what is folded under "How it is ordered".
func unfolded(t *testing.T, page string) *html.Node {
	t.Helper()
	d := parse(t, page)
	for _, n := range d.all("details") {
		if attr(n, "class") == "how" {
			n.Parent.RemoveChild(n)
		}
	}
	return d.all("main")[0]
}

// TestEveryOptionHasALabel: on what a possible collaboration rests is said of each.
func TestEveryOptionHasALabel(t *testing.T) {
	_, page := get(t, serveReport(t)+"/en/opportunities")
	options := parse(t, page).all("article")
	for _, o := range options {
		labelled := false
		for _, s := range within(o, "span") {
			labelled = labelled || attr(s, "class") == "band" && text(s) != ""
		}
		if !labelled {
			t.Errorf("no label: %s", text(o))
		}
	}
	if len(options) < 8 {
		t.Errorf("only %d options", len(options))
	}
}
