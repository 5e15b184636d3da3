package filestore

import (
	"crypto/sha256"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// someGraph is a graph with something in every field, redirects included.
func someGraph(t testing.TB) *graph.Graph {
	t.Helper()
	st, err := graph.State{}.Apply(graph.Change{Put: []graph.Bundle{storetest.First().Bundle, storetest.Second().Bundle, storetest.FirstFrench().Bundle},
		Judge: []graph.Judgement{{A: "institution:lake-institute", B: "institution:institute-of-lakes", Verdict: graph.Same}}})
	if err != nil {
		t.Fatal(err)
	}
	g, err := st.Graph()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestImage: what an image gives back is the graph itself, nil and empty lists told apart, and the same bytes every time.
func TestImage(t *testing.T) {
	hollow := &graph.Graph{Passages: []graph.Passage{{ID: "a"}, {ID: "b", Section: []string{}, Gist: graph.Names{}}}, Reports: []graph.Report{},
		Redirects: []graph.Redirect{{Old: "", New: "x"}}}
	for name, g := range map[string]*graph.Graph{"some": someGraph(t), "empty": {}, "hollow": hollow} {
		digest := g.Digest().String()
		content, err := encodeImage(digest, g)
		if err != nil {
			t.Fatal(err)
		}
		got, err := decodeImage(digest, content)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(g, got); diff != "" {
			t.Errorf("%s came back otherwise:\n%s", name, diff)
		}
		again, err := encodeImage(digest, got)
		if err != nil || !slices.Equal(content, again) {
			t.Errorf("%s: encoded again, the image has other bytes (%v)", name, err)
		}
	}
}

// TestImageRefused: an image that is not exactly that of the graph asked for is of no use.
func TestImageRefused(t *testing.T) {
	g := someGraph(t)
	digest := g.Digest().String()
	content, err := encodeImage(digest, g)
	if err != nil {
		t.Fatal(err)
	}
	other := strings.Repeat("0", 64)
	if _, err := decodeImage(other, content); err == nil {
		t.Error("the image of another digest is accepted")
	}
	for at := 0; at < len(content); at += 7 {
		if _, err := decodeImage(digest, content[:at]); err == nil {
			t.Errorf("cut short to %d of %d bytes it is accepted", at, len(content))
		}
		bad := slices.Clone(content)
		bad[at] ^= 0x10
		if _, err := decodeImage(digest, bad); err == nil {
			t.Errorf("altered at byte %d it is accepted", at)
		}
	}
	for _, change := range [][2]string{{imageFormat, "crosswalk-image/2"}, {shape, "0123456789abcdef"}} {
		later := []byte(strings.Replace(string(content), change[0], change[1], 1))
		if _, err := decodeImage(digest, later); err == nil {
			t.Errorf("with %s for %s it is accepted", change[1], change[0])
		}
	}
	if _, err := decodeImage(digest, append(content, 0)); err == nil {
		t.Error("with a byte more it is accepted")
	}
}

// FuzzImageBody: bytes with a fitting checksum, which only a faulty program writes, are refused or read, without panic
// and without more memory than they can fill.
func FuzzImageBody(f *testing.F) {
	g := someGraph(f)
	content, err := encodeImage("", g)
	if err != nil {
		f.Fatal(err)
	}
	_, body, _ := strings.Cut(string(content), "\n")
	f.Add([]byte(body))
	f.Add([]byte{})
	f.Add([]byte{1, 1, 'a', 0, 0, 0, 0, 0, 0})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01})
	f.Fuzz(func(t *testing.T, body []byte) {
		head := imageHead("", sha256.Sum256(body))
		if g, err := decodeImage("", append([]byte(head), body...)); err == nil {
			if _, err := encodeImage("", g); err != nil {
				t.Errorf("what was read cannot be written: %v", err)
			}
		}
	})
}

// FuzzManifest: any bytes are a manifest or damage.
func FuzzManifest(f *testing.F) {
	m := (&manifest{}).with(graph.Release{Number: 1, Digest: strings.Repeat("ab", 32), Bundles: []graph.BundleRef{{Report: "report:a", Hash: "x"}}}, nil, 20)
	content, err := seal(manifestFormat, m)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add([]byte(`{"format": "crosswalk-folder/1", "sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", "body": {}}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, content []byte) {
		m, err := parseManifest("manifest.json", content)
		if err != nil {
			if !strings.Contains(err.Error(), "manifest.json") {
				t.Errorf("the error does not name the file: %v", err)
			}
			return
		}
		if rs := m.releases(); len(rs) > 0 && rs[0].Number != m.current.Number {
			t.Errorf("current release %d, newest %d", m.current.Number, rs[0].Number)
		}
		m.kept()
	})
}
