package api_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
	"github.com/crosswalk-kg/crosswalk/internal/ui"
)

// server is the whole service over a real embedded store with both editions.
type server struct {
	*httptest.Server
	store *filestore.Store
	svc   *service.Service
}

func newServer(t testing.TB, changes ...graph.Change) *server {
	t.Helper()
	ctx := context.Background()
	st, err := filestore.Open(ctx, t.TempDir(), filestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	for _, c := range changes {
		if _, _, err := st.Apply(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	svc := service.New(st, service.Options{})
	page, err := ui.New(ui.Options{Service: svc})
	if err != nil {
		t.Fatal(err)
	}
	h, err := api.New(api.Options{Service: svc, Version: "test", Timeout: time.Minute, CacheBytes: 1 << 20, Page: page,
		Now: func() time.Time { return time.Date(2019, 6, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return &server{s, st, svc}
}

func editions(t testing.TB) []graph.Change {
	return []graph.Change{{Put: []graph.Bundle{graphtest.Edition2018(t)}}, {Put: []graph.Bundle{graphtest.Edition2019(t)}}}
}

// get asks and reads the whole answer; redirects are not followed.
func (s *server) get(t *testing.T, path string, header ...string) (*http.Response, []byte) {
	t.Helper()
	return s.do(t, http.MethodGet, path, header...)
}

func (s *server) do(t *testing.T, method, path string, header ...string) (*http.Response, []byte) {
	t.Helper()
	req, err := http.NewRequest(method, s.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	c := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := c.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, b
}

func (s *server) json(t *testing.T, path string, into any) {
	t.Helper()
	resp, b := s.get(t, path)
	if resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d %s", path, resp.StatusCode, b)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// table reads a CSV answer as rows by column.
func (s *server) table(t *testing.T, path string) []map[string]string {
	t.Helper()
	resp, b := s.get(t, path)
	if resp.StatusCode != http.StatusOK || resp.Header.Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Fatalf("%s: %d %s %s", path, resp.StatusCode, resp.Header.Get("Content-Type"), b)
	}
	rs, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var out []map[string]string
	for _, r := range rs[1:] {
		m := map[string]string{}
		for i, c := range rs[0] {
			m[c] = r[i]
		}
		out = append(out, m)
	}
	return out
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

type pairList struct {
	Items []struct {
		ID    string   `json:"id"`
		Score *float64 `json:"score"`
		Band  string   `json:"band"`
		Parts []struct {
			Channel string `json:"channel"`
			Items   []struct {
				Passages []string `json:"passages"`
			} `json:"items"`
		} `json:"parts"`
	} `json:"items"`
	Meta struct {
		Release   string  `json:"release"`
		Total     int     `json:"total"`
		Next      *string `json:"next"`
		Truncated bool    `json:"truncated"`
	} `json:"meta"`
	Links struct {
		Next *string `json:"next"`
	} `json:"links"`
}

const everyBand = "band=strong,established,emerging,mentioned,latent,none"

// TestItemsRecompute: each number can be recomputed from its CSV row, and rows sum to the pair.
func TestItemsRecompute(t *testing.T) {
	s := newServer(t, editions(t)...)
	mass := map[string]float64{}
	rows := s.table(t, "/api/v1/crosswalks/items.csv")
	for _, r := range rows {
		f := func(c string) float64 { return number(t, r[c]) }
		w := f("confidence")*f("status_weight")*f("age_weight")/(f("groups")-1) - f("offset")
		v := 1 - math.Exp2(-f("mass")/f("h"))
		if math.Abs(w-f("weight")) > 1e-9 || math.Abs(v-f("value")) > 1e-9 || math.Abs(f("part_points")*f("weight")/f("mass")-f("points")) > 1e-9 {
			t.Errorf("%v cannot be recomputed", r)
		}
		if r["passages"] == "" {
			t.Errorf("%v leads to no passage", r)
		}
		mass[r["pair"]+" "+r["channel"]] += f("weight")
	}
	for _, r := range rows {
		if got := mass[r["pair"]+" "+r["channel"]]; math.Abs(got-number(t, r["mass"])) > 1e-9 {
			t.Errorf("%s %s: rows sum to %v, mass is %s", r["pair"], r["channel"], got, r["mass"])
		}
	}
	for _, r := range s.table(t, "/api/v1/crosswalks.csv") {
		left := 1.0
		for _, c := range []string{"session", "project", "commitment", "reference"} {
			left *= 1 - number(t, r[c+"_r"])*number(t, r[c+"_value"])
		}
		if math.Abs(1-left-number(t, r["score"])) > 1e-9 {
			t.Errorf("%s: channels give %v, score is %s", r["id"], 1-left, r["score"])
		}
	}
}

// TestPages: following meta.next gives every item once, in the order of the whole list.
func TestPages(t *testing.T) {
	s := newServer(t, editions(t)...)
	for _, path := range []string{"/api/v1/institutions?", "/api/v1/crosswalks?" + everyBand + "&", "/api/v1/search?q=energy&"} {
		type list struct {
			Items []json.RawMessage
			Meta  struct {
				Total int
				Next  *string
			}
			Links struct{ Next *string }
		}
		var whole list
		s.json(t, path+"limit=1000", &whole)
		var got []json.RawMessage
		for next := path + "limit=7"; ; {
			var page list
			s.json(t, next, &page)
			got = append(got, page.Items...)
			if page.Links.Next == nil {
				break
			}
			next = *page.Links.Next
		}
		if len(got) != whole.Meta.Total || len(got) == 0 || whole.Meta.Next != nil {
			t.Fatalf("%s: pages give %d items of %d, the whole list has a next page: %t", path, len(got), whole.Meta.Total, whole.Meta.Next != nil)
		}
		for i := range got {
			if string(got[i]) != string(whole.Items[i]) {
				t.Fatalf("%s: item %d differs between pages and whole", path, i)
			}
		}
	}
}

// TestRedirect: the old id of a merged entity answers 307 to the same sub-resource.
func TestRedirect(t *testing.T) {
	cs := append(editions(t), graph.Change{Judge: []graph.Judgement{{A: "institution:conacyt", B: "institution:conafor", Verdict: graph.Same, By: "test", At: "2019-01-01"}}})
	s := newServer(t, cs...)
	resp, body := s.get(t, "/api/v1/entities/institution:conafor/neighbours?limit=5")
	if loc := resp.Header.Get("Location"); resp.StatusCode != http.StatusTemporaryRedirect || loc != "/api/v1/entities/institution:conacyt/neighbours?limit=5" {
		t.Errorf("%d to %q: %s", resp.StatusCode, loc, body)
	}
}
