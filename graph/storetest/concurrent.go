package storetest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// numbered is the small edition of one of many years, which share a group and a body.
func numbered(year int) graph.Bundle {
	d := newDraft(fmt.Sprintf("rivers-%d", year), fmt.Sprintf("rivers-%d", year), year, "en", "")
	at := d.group(water, graph.Names{"en": fmt.Sprintf("Water %d", year)}, graph.Properties{"status": "active"})
	d.entity(ministry, graph.Names{"en": "Ministry of Rivers"}, graph.Properties{"acronym": fmt.Sprint(year)}, at)
	d.link(ministry, graph.ParticipatesIn, water, graph.Properties{"role": "participant", "since": fmt.Sprint(year)}, at)
	return d.edition().Bundle
}

// testLoaders: of several loaders at once each is done wholly or told of a conflict, one after another.
func testLoaders(t *testing.T, su *suite) {
	s := su.open(t)
	stores := []graph.Store{s}
	if su.beside != nil {
		stores = append(stores, su.beside(t, s))
	}
	const loaders, loads = 4, 3
	var mu sync.Mutex
	done := map[string]graph.Bundle{} // what was loaded, by report
	conflicts := 0
	var wg sync.WaitGroup
	for l := range loaders {
		wg.Go(func() {
			for i := range loads {
				b := numbered(3000 + 10*l + i)
				_, changed, err := stores[l%len(stores)].Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}, By: b.Report.ID})
				mu.Lock()
				switch {
				case errors.Is(err, graph.ErrConflict):
					conflicts++
				case err != nil || !changed:
					t.Errorf("loader %d: changed %v, %v", l, changed, err)
				default:
					done[b.Report.ID] = b
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if len(done) == 0 {
		t.Fatalf("no loader got through; %d conflicts", conflicts)
	}
	holds(t, s, loaded(t, slices.Collect(maps.Values(done))...))
	sequence(t, s, done)
}

// sequence checks that each release has one bundle more than the one before: its own.
func sequence(t *testing.T, s graph.Store, done map[string]graph.Bundle) {
	t.Helper()
	rs, err := s.Releases(t.Context())
	if err != nil || len(rs) != len(done) {
		t.Fatalf("%d releases of %d loads, %v", len(rs), len(done), err)
	}
	slices.Reverse(rs)
	var st graph.State
	for i, r := range rs {
		st, err = st.Apply(graph.Change{Put: []graph.Bundle{done[r.By]}})
		if err != nil {
			t.Fatal(err)
		}
		if want := merged(t, st).Digest().String(); r.Number != i+1 || r.Digest != want {
			t.Errorf("release %d by %s is numbered %d with digest %s; what was loaded so far has %s", i+1, r.By, r.Number, r.Digest, want)
		}
	}
}

// testReaders: whoever reads while others load sees the graph before or after, whole.
func testReaders(t *testing.T, su *suite) {
	s := su.open(t)
	one := []graph.Bundle{First().Bundle, Second().Bundle}
	other := []graph.Bundle{FirstRevised().Bundle, numbered(2030)}
	put(t, s, one...)
	known := map[string]string{}
	for _, bs := range [][]graph.Bundle{one, other} {
		g := merged(t, loaded(t, bs...))
		known[g.Digest().String()] = text(t, g)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var wg sync.WaitGroup
	var seen [3]atomic.Int64 // snapshots that each reader read
	for i := range seen {
		reader := s
		if su.beside != nil && i == 0 {
			reader = su.beside(t, s)
		}
		wg.Go(func() {
			for done := false; !done; done = ctx.Err() != nil {
				read(t, reader, known)
				seen[i].Add(1)
			}
		})
	}
	for i := range 8 {
		c := graph.Change{Put: other, Withdraw: []string{Second().Report()}}
		if i%2 == 1 {
			c = graph.Change{Put: one, Withdraw: []string{"report:rivers-2030"}}
		}
		apply(t, s, c)
	}
	cancel() // a reader that is still at its first snapshot ends it
	wg.Wait()
	for i := range seen {
		if seen[i].Load() == 0 {
			t.Errorf("reader %d read nothing: none may be kept from reading", i)
		}
	}
}

// read takes one snapshot and holds it against what may be seen.
func read(t *testing.T, s graph.Store, known map[string]string) {
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		t.Errorf("read while others load: %v", err)
		return
	}
	want, ok := known[snap.Release().Digest]
	if !ok {
		t.Errorf("release %d has a digest that no load makes: %s", snap.Release().Number, snap.Release().Digest)
		return
	}
	if diff := cmp.Diff(want, text(t, snap.Graph())); diff != "" {
		t.Errorf("release %d was read while others loaded, and is a mixture (-want +got):\n%.2000s", snap.Release().Number, diff)
	}
}
