package filestore_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
)

// large is a bundle of some 2,500 links, as an edition has them.
func large(n int) graph.Bundle {
	short := fmt.Sprintf("large-%d", n)
	b := graph.Bundle{Format: graph.BundleFormat, Report: graph.Report{ID: "report:" + short, Work: short, Partnership: "partnership:large", Title: graph.Names{"en": short},
		Year: 2000 + n%20, Language: "en", SHA256: fmt.Sprintf("%064d", n), TextSHA256: fmt.Sprintf("%064d", n)}}
	for i := range 500 {
		b.Passages = append(b.Passages, graph.Passage{ID: fmt.Sprintf("passage:%s:%d", short, i), Section: []string{"Part", fmt.Sprint(i / 50)}, Paragraph: i, Start: 100 * i, End: 100*i + 90,
			Gist: graph.Names{"en": fmt.Sprintf("A sentence of our own words about what paragraph %d of edition %d tells of the bodies and projects.", i, n)}})
	}
	at := func(i int) []string { return []string{b.Passages[i%500].ID} }
	b.Entities = append(b.Entities, graph.Entity{ID: "partnership:large", Kind: graph.Partnership, Name: graph.Names{"en": "Large"}, Evidence: at(0)})
	for i := range 500 {
		shared := i < 100
		id := fmt.Sprintf("institution:body-%d", i)
		if !shared {
			id = fmt.Sprintf("institution:body-%d-%d", n, i)
		}
		b.Entities = append(b.Entities,
			graph.Entity{ID: id, Kind: graph.Institution, Name: graph.Names{"en": fmt.Sprintf("Body %d of %d", i, n)}, Properties: graph.Properties{"country": "CA", "type": "department"}, Evidence: at(i)},
			graph.Entity{ID: fmt.Sprintf("project:large:%d-%d", n, i), Kind: graph.Project, Name: graph.Names{"en": fmt.Sprintf("Project %d", i)}, Properties: graph.Properties{"status": "running"}, Evidence: at(i)})
		for k := range 5 {
			b.Links = append(b.Links, graph.Link{From: id, Type: graph.InvolvedIn, To: fmt.Sprintf("project:large:%d-%d", n, (i+k)%500), Properties: graph.Properties{"role": "partner"},
				Basis: graph.Stated, Confidence: 1, Evidence: at(i + k)})
		}
	}
	return b
}

func benchmarkFolder(b *testing.B, n int) (string, *filestore.Store) {
	b.Helper()
	dir := b.TempDir()
	s, err := filestore.Open(b.Context(), dir, filestore.Options{})
	if err != nil {
		b.Fatal(err)
	}
	bs := make([]graph.Bundle, n)
	for i := range bs {
		bs[i] = large(i)
	}
	if _, _, err := s.Apply(b.Context(), graph.Change{Put: bs}); err != nil {
		b.Fatal(err)
	}
	return dir, s
}

// BenchmarkStart is what a process that starts needs for its first snapshot, with the image and without.
func BenchmarkStart(b *testing.B) {
	for _, n := range []int{1, 40} {
		dir, _ := benchmarkFolder(b, n)
		for _, image := range []bool{true, false} {
			b.Run(fmt.Sprintf("links=%d/image=%v", 2500*n, image), func(b *testing.B) {
				for b.Loop() {
					if !image {
						if err := os.RemoveAll(filepath.Join(dir, "images")); err != nil {
							b.Fatal(err)
						}
					}
					s, err := filestore.Open(b.Context(), dir, filestore.Options{})
					if err != nil {
						b.Fatal(err)
					}
					if _, err := s.Snapshot(b.Context()); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkLoad is one edition put in and taken out again beside others.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{1, 40} {
		b.Run(fmt.Sprintf("beside=%d", 2500*n), func(b *testing.B) {
			_, s := benchmarkFolder(b, n)
			more := large(n)
			for b.Loop() {
				for _, c := range []graph.Change{{Put: []graph.Bundle{more}}, {Withdraw: []string{more.Report.ID}}} {
					if _, _, err := s.Apply(b.Context(), c); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkRelease is what a running service asks every second.
func BenchmarkRelease(b *testing.B) {
	_, s := benchmarkFolder(b, 1)
	for b.Loop() {
		if _, err := s.Release(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
