package ui_test

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// pairAnswer is what the tests read of a pair's answer.
type pairAnswer struct {
	ID      string
	State   string
	Score   *float64
	Members []struct{ ID string }
	Parts   []struct {
		Direct bool
		Points float64
		Items  []struct {
			Status   string
			Dated    bool
			Passages []string
		}
	}
}

func answer[T any](t *testing.T, url string) T {
	t.Helper()
	var v T
	if _, body := get(t, url); json.Unmarshal([]byte(body), &v) != nil {
		t.Fatalf("%s: %s", url, body)
	}
	return v
}

// TestPairAsData: for every pair, the page has the score of its answer, parts that sum to it, every passage of what ties the two, and
// the counts behind the band that the table and the first page say.
func TestPairAsData(t *testing.T) {
	url := serveReport(t)
	_, first := get(t, url+"/")
	home := parse(t, first)
	for _, td := range home.all("td") {
		a := within(td, "a")
		if len(a) == 0 {
			continue
		}
		href := attr(a[0], "href")
		x := answer[pairAnswer](t, url+strings.Replace(href, "/en/links/", "/api/v1/crosswalks/", 1))
		_, page := get(t, url+href)
		d := parse(t, page)
		want := fmt.Sprintf("%.2f", *x.Score)
		if !strings.Contains(text(d.all("main")[0]), "Score "+want) {
			t.Errorf("%s does not say the score %s", href, want)
		}
		if x.State == "zero" {
			want = "·"
		}
		if !strings.HasPrefix(text(td), want) || strings.Contains(text(td), "0.00") {
			t.Errorf("%s: the answer says %s, the cell %q", href, want, text(td))
		}
		n, sum := map[string]int{}, 0.0
		for _, p := range x.Parts {
			if !p.Direct {
				continue
			}
			sum += p.Points
			for _, i := range p.Items {
				if i.Dated {
					n[i.Status]++
				} else if s := "in earlier years"; !strings.Contains(text(td), s) || !strings.Contains(text(d.all("main")[0]), s) {
					t.Errorf("%s: the cell %q or the page does not say %q", href, text(td), s)
				}
				for _, id := range i.Passages {
					if !strings.Contains(page, `href="/en/passages/`+id+`"`) {
						t.Errorf("%s does not lead to %s", href, id)
					}
				}
			}
		}
		if math.Abs(sum-*x.Score) > 1e-9 {
			t.Errorf("%s: parts sum to %v of %v", href, sum, *x.Score)
		}
		if len(n) > 0 && !strings.Contains(page, fmt.Sprintf("<td>%.4f</td>", sum)) {
			t.Errorf("%s does not say the sum %.4f", href, sum)
		}
		for status, k := range n {
			if s := fmt.Sprintf("%d %s", k, status); !strings.Contains(text(td), s) || !strings.Contains(text(d.all("main")[0]), s) {
				t.Errorf("%s: the cell %q or the page does not say %q", href, text(td), s)
			}
		}
	}
}

func within(n *html.Node, name string) []*html.Node {
	var d document
	for c := range n.Descendants() {
		if c.Type == html.ElementNode {
			d.elements = append(d.elements, c)
		}
	}
	return d.all(name)
}

// TestReasonsBeforeCautions: of a pair and of possible collaboration what is in favour is read first.
func TestReasonsBeforeCautions(t *testing.T) {
	url := serveReport(t)
	for path, first := range map[string]string{"/en/links/group:cmp:environment/group:cmp:forestry": "What they have in common", "/en/opportunities/opportunity:group:cmp:environment~group:cmp:forestry": "What they have in common",
		"/en/links/group:cmp:energy/group:cmp:human-capital": "What ties them"} {
		_, page := get(t, url+path)
		a, b := strings.Index(page, first), strings.Index(page, "Reasons for caution")
		if a < 0 || b < 0 || a > b {
			t.Errorf("%s: reasons at %d, cautions at %d", path, a, b)
		}
	}
	_, page := get(t, url+"/")
	if i, k := strings.Index(page, "no more than"), strings.Index(page, "<details"); i >= 0 && i < k {
		t.Error("the caution about chance stands before anything else of a pair")
	}
	if know := strings.Index(page, `href="#know"`); know < 0 || know > strings.Index(page, "<main") {
		t.Error("what a reader must know is not named at the top")
	}
}

// TestShortFirst: the first page shows three of each list with a sentence each, everything else folded.
func TestShortFirst(t *testing.T) {
	_, page := get(t, serveReport(t)+"/")
	lists := 0
	for _, ol := range parse(t, page).all("ol") {
		lists++
		options := within(ol, "article")
		if len(options) == 0 || len(options) > 3 {
			t.Errorf("%d options in a list", len(options))
		}
		for _, o := range options {
			if ps := within(o, "p"); len(ps) == 0 || len(text(ps[0])) < 20 || len(within(o, "details")) != 1 {
				t.Errorf("an option says %q, %d folded parts", text(o), len(within(o, "details")))
			}
		}
	}
	if lists != 3 {
		t.Errorf("%d lists", lists)
	}
}

// TestNothingLoaded: an empty store is a page that says how to load an edition, and so is one whose only edition was withdrawn.
func TestNothingLoaded(t *testing.T) {
	resp, page := get(t, serve(t)+"/")
	for _, s := range []string{"go run ./cmd/crosswalk load --packaged cmp-2018", "docker compose exec crosswalk crosswalk load --packaged cmp-2018", "--neo4j-uri"} {
		if !strings.Contains(page, s) {
			t.Errorf("an empty store of which nothing more is known does not say %q", s)
		}
	}
	if resp.StatusCode != http.StatusOK || !strings.Contains(page, "No edition is loaded") || !strings.Contains(page, "crosswalk load --packaged cmp-2018") || !strings.Contains(page, "No release yet") {
		t.Errorf("an empty store: %d\n%s", resp.StatusCode, page)
	}
	url, svc := serveFrom(t, t.TempDir(), graphtest.Edition2018(t))
	if _, _, err := svc.Store().Apply(t.Context(), graph.Change{Withdraw: []string{"report:cmp-2018"}}); err != nil {
		t.Fatal(err)
	}
	if err := svc.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if resp, page = get(t, url+"/"); resp.StatusCode != http.StatusOK || !strings.Contains(page, "No edition is loaded") || strings.Contains(page, "No release yet") {
		t.Errorf("after a withdrawal: %d\n%s", resp.StatusCode, page)
	}
}

// TestMoved: a pair the other way round leads to its one address, the language's address to the first page; the question is kept.
func TestMoved(t *testing.T) {
	url := serveReport(t)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for from, to := range map[string]string{
		"/en/links/group:cmp:mining/group:cmp:energy?as_of=2018": "/en/links/group:cmp:energy/group:cmp:mining?as_of=2018", "/en": "/", "/en/?release=1": "/?release=1",
		"/en/opportunities/opportunity:group:cmp:forestry~group:cmp:environment": "/en/opportunities/opportunity:group:cmp:environment~group:cmp:forestry",
	} {
		resp, err := client.Get(url + from)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusTemporaryRedirect || resp.Header.Get("Location") != to {
			t.Errorf("%s: %d to %s", from, resp.StatusCode, resp.Header.Get("Location"))
		}
	}
}

// TestSilentChapter: which chapter does not name a tie is judged within the editions that tell it, not by the newest.
func TestSilentChapter(t *testing.T) {
	url := serve(t, graphtest.Edition2018(t), graphtest.Edition2019(t))
	_, page := get(t, url+"/en/links/group:cmp:environment/group:cmp:mining")
	main := text(parse(t, page).all("main")[0])
	for _, s := range []string{"Told in the Environment chapter; the Mining chapter does not name it.", "Told in the chapters of Environment and Mining.", "The report of 2019 has no chapter of Mining."} {
		if !strings.Contains(main, s) {
			t.Errorf("the page does not say %q", s)
		}
	}
	if strings.Contains(main, "chapter; the report of 2019") || strings.Contains(main, "2018 and 2019 has") {
		t.Error("another edition's silence stands beside what the edition of 2018 tells")
	}
	_, page = get(t, serveReport(t)+"/en/links/group:cmp:labour-mobility/group:cmp:mining")
	if s := "Told in the partnership’s own part; the report of 2018 has no chapter of Labour Mobility; the Mining chapter does not name it."; !strings.Contains(page, s) {
		t.Errorf("the page does not say %q", s)
	}
}

// TestQuote: a passage shows its words where the source is attached, and says so where it is not.
func TestQuote(t *testing.T) {
	url := serveReport(t)
	const path = "/en/passages/passage:cmp-2018:503-5"
	if _, page := get(t, url+path); strings.Contains(page, "<blockquote") || !strings.Contains(page, "The words as printed are not shown here") {
		t.Error("a passage without its source does not say so")
	}
	source, err := os.ReadFile(filepath.Join("..", "graphtest", "cmp-2019", "source.txt"))
	if err != nil {
		t.Fatal(err)
	}
	url, svc := serveFrom(t, t.TempDir(), graphtest.Edition2019(t))
	if err := svc.Store().Attach(t.Context(), "report:cmp-2019", source); err != nil {
		t.Fatal(err)
	}
	if err := svc.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	id := graphtest.Edition2019(t).Passages[0].ID
	if _, page := get(t, url+"/en/passages/"+id); !strings.Contains(page, `<blockquote lang="en">`) {
		t.Errorf("%s shows no words", id)
	}
}
