package filestore

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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

// imageOf is the image of a graph.
func imageOf(t testing.TB, g *graph.Graph) (graph.Release, []byte) {
	t.Helper()
	r := graph.Release{Number: 1, Digest: g.Digest().String()}
	var out bytes.Buffer
	if err := encodeImage(&out, r.Digest, graph.NewSnapshot(g, r)); err != nil {
		t.Fatal(err)
	}
	return r, out.Bytes()
}

func decoded(content []byte, r graph.Release) (*graph.Snapshot, error) {
	return decodeImage(bytes.NewReader(content), int64(len(content)), r)
}

// TestImage: what an image gives back is the graph itself, and the same bytes every time.
func TestImage(t *testing.T) {
	for name, g := range map[string]*graph.Graph{"some": someGraph(t), "empty": {}} {
		r, content := imageOf(t, g)
		got, err := decoded(content, r)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d := graph.Diff(g, got.Graph()); !d.Empty() || d.Digest.String() != r.Digest || !cmp.Equal(got.Release(), r) {
			t.Errorf("%s came back otherwise: %v", name, d.Counts)
		}
		if _, again := imageOf(t, got.Graph()); !slices.Equal(content, again) {
			t.Errorf("%s: encoded again, the image has other bytes", name)
		}
	}
}

// TestImageRefused: an image that is not exactly that of the graph asked for is of no use.
func TestImageRefused(t *testing.T) {
	r, content := imageOf(t, someGraph(t))
	if _, err := decoded(content, graph.Release{Digest: strings.Repeat("0", 64)}); err == nil {
		t.Error("the image of another digest is accepted")
	}
	for at := 0; at < len(content); at += 7 {
		if _, err := decoded(content[:at], r); err == nil {
			t.Errorf("cut short to %d of %d bytes it is accepted", at, len(content))
		}
		bad := slices.Clone(content)
		bad[at] ^= 0x10
		if _, err := decoded(bad, r); err == nil {
			t.Errorf("altered at byte %d it is accepted", at)
		}
	}
	for _, change := range [][2]string{{imageFormat, "crosswalk-image/9"}, {graph.SnapshotLayout, "0123456789abcdef"}} {
		if _, err := decoded([]byte(strings.Replace(string(content), change[0], change[1], 1)), r); err == nil {
			t.Errorf("with %s for %s it is accepted", change[1], change[0])
		}
	}
	if _, err := decoded(append(slices.Clone(content), 0), r); err == nil {
		t.Error("with a byte more it is accepted")
	}
}

// TestFollow: a reader makes the newest graph from an older one, remembered or of an image, and what changed; damage of what it
// starts from is not passed on.
func TestFollow(t *testing.T) {
	dir := t.TempDir()
	open := func() *Store {
		s, err := Open(t.Context(), dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	var bundles []graph.Bundle
	for year := range 40 {
		b := storetest.First().Bundle
		b = renamed(b, fmt.Sprintf("lakes-%d", 1900+year), 1900+year)
		bundles = append(bundles, b)
	}
	writer := open()
	apply := func(c graph.Change) graph.Release {
		t.Helper()
		r, _, err := writer.Apply(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	first := apply(graph.Change{Put: bundles[:38]})
	reader := open()
	sameAs := func(s *Store, want []graph.Bundle) {
		t.Helper()
		g, err := graph.Merge(want, nil)
		if err != nil {
			t.Fatal(err)
		}
		snap, err := s.Snapshot(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got := snap.Graph(); got.Digest() != g.Digest() || snap.Release().Digest != g.Digest().String() {
			t.Error("another graph")
		}
	}
	sameAs(reader, bundles[:38])
	apply(graph.Change{Put: bundles[38:39]})
	if !writer.dir.hasImage(first.Digest) {
		t.Fatal("the image that still serves was thrown away")
	}
	sameAs(reader, bundles[:39])                                                               // from what it remembers
	sameAs(open(), bundles[:39])                                                               // from the image
	newest := apply(graph.Change{Put: bundles[39:], Withdraw: []string{bundles[0].Report.ID}}) // three changed, of 39
	if writer.dir.hasImage(first.Digest) || !writer.dir.hasImage(newest.Digest) {
		t.Error("the image is not renewed where much changed")
	}
	sameAs(reader, bundles[1:])
	last := apply(graph.Change{Withdraw: []string{bundles[1].Report.ID}}) // what was withdrawn does not stay in an image
	if writer.dir.hasImage(newest.Digest) || !writer.dir.hasImage(last.Digest) {
		t.Error("the image is not renewed where a report was withdrawn")
	}
	apply(graph.Change{Put: bundles[:1]})
	now := append(slices.Clone(bundles[:1]), bundles[2:]...)
	sameAs(reader, now)
	sameAs(open(), now)
	path := writer.dir.file(images, last.Digest)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[len(content)/2] ^= 1
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	sameAs(open(), now)
}

// TestWithdrawnWordsAreGone: when no release that is kept holds a report, no file of the folder holds a word of it.
func TestWithdrawnWordsAreGone(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), dir, Options{Keep: 1})
	if err != nil {
		t.Fatal(err)
	}
	apply := func(c graph.Change) {
		t.Helper()
		if _, _, err := s.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	secret := renamed(storetest.First().Bundle, "lakes-1800", 1800)
	secret.Passages[0].Section = []string{"SECRETHEADING"}
	var others []graph.Bundle
	for year := range 40 {
		others = append(others, renamed(storetest.First().Bundle, fmt.Sprintf("lakes-%d", 1900+year), 1900+year))
	}
	apply(graph.Change{Put: append([]graph.Bundle{secret}, others[:38]...)})
	replaced := secret
	replaced.Passages = slices.Clone(secret.Passages)
	replaced.Passages[0].Section = []string{"SECRETAGAIN"}
	apply(graph.Change{Put: []graph.Bundle{replaced}})
	apply(graph.Change{Withdraw: []string{secret.Report.ID}})
	for _, b := range others[38:] {
		apply(graph.Change{Put: []graph.Bundle{b}})
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if packed, e := readPacked(path); e == nil {
			content = packed
		}
		if bytes.Contains(content, []byte("SECRET")) {
			t.Errorf("%s holds what was withdrawn", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// renamed is a bundle as the report of another year.
func renamed(b graph.Bundle, short string, year int) graph.Bundle {
	text := strings.ReplaceAll(string(b.Encode()), ":"+b.Report.Short(), ":"+short)
	out, err := graph.DecodeBundle(strings.NewReader(text), short)
	if err != nil {
		panic(err)
	}
	out.Report.Year, out.Report.Work = year, short
	return out.Canonical()
}

// FuzzImageBody: bytes with a fitting checksum, which only a faulty program writes, are refused or decoded, without panic
// and without more memory than they can fill.
func FuzzImageBody(f *testing.F) {
	r, content := imageOf(f, someGraph(f))
	head := imageHead(r.Digest)
	f.Add(content[len(head) : len(content)-sha256.Size])
	f.Add([]byte{})
	f.Add([]byte{1, 0, 0, 0, 0, 0, 0, 0, '{', '}'})
	f.Fuzz(func(t *testing.T, body []byte) {
		image := append([]byte(head), body...)
		sum := sha256.Sum256(image)
		if s, err := decoded(append(image, sum[:]...), r); err == nil && s.NumLinks() > len(body) {
			t.Errorf("%d links of %d bytes", s.NumLinks(), len(body))
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
