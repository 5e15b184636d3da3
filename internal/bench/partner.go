package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// million is where the search for partners alone is measured: without reasons and gate, as the peers do it.
const million = 1_000_000

// mostPartners is how many partners of each institution are looked for, as in peer/partners.py.
const mostPartners = 20

// partners measures the partners of institutions: the opportunities of institutions at the sizes that they serve, and the search
// that brings pairs together for a million, beside a sparse product and a graph library on the same file.
func (b *bench) partners(ctx context.Context) error {
	b.world = world{}
	b.say("partners")
	py, err := newPython(ctx, b.temp)
	if err != nil {
		b.skip("partners by SciPy and igraph: %v", err)
		py = python{}
	}
	for _, size := range []struct{ institutions, groups int }{{187, 9}, {2000, 100}} {
		if err := b.partnersOf(ctx, size.institutions, size.groups, py); err != nil {
			return fmt.Errorf("partners of %d institutions: %w", size.institutions, err)
		}
	}
	f, err := draw(filepath.Join(b.temp, "million"), million)
	if err != nil {
		return err
	}
	whole, single, err := b.search(ctx, f)
	if err != nil {
		return err
	}
	if err := b.peersOf(ctx, f, py, whole, single); err != nil {
		if ctx.Err() != nil {
			return err
		}
		b.skip("partners of a million institutions by SciPy and igraph: %v", err)
	}
	return nil
}

// search measures the search for partners on a file.
func (b *bench) search(ctx context.Context, f incidence) (whole, single figure, err error) {
	began := time.Now()
	touches, err := f.read()
	if err != nil {
		return whole, single, err
	}
	p := opportunity.NewPartners(f.institutions, touches, opportunity.HubCap)
	read := time.Since(began)
	all, err := b.effort.seconds(ctx, func(context.Context) error {
		var found atomic.Int64
		p.EachTop(mostPartners, runtime.GOMAXPROCS(0), func(_ int32, top []opportunity.Partner) { found.Add(int64(len(top))) })
		return some(int(found.Load()))
	})
	if err != nil {
		return whole, single, err
	}
	at := int32(0)
	one, err := effort{warmRuns, b.budget / 4}.seconds(ctx, func(context.Context) error {
		at = (at + 7919) % int32(f.institutions)
		p.Top(at, mostPartners)
		return nil
	})
	note := fmt.Sprintf("search alone, without reasons and gate; reading the file and its index: %s s; %d things skipped as hubs", number(read.Seconds()), p.Skipped)
	whole = figure{Ours: all.summary(), Limit: "memory: each thing that an institution touches leads to all that touch it, at random places", Note: note}
	single = figure{Ours: one.scaled(1000).summary(), Limit: "the things that an institution touches, and all that touch them"}
	return whole, single, err
}

// partnersOf measures one partnership of so many institutions.
func (b *bench) partnersOf(ctx context.Context, institutions, groups int, py python) error {
	r, err := rankingOf(institutions, groups)
	if err != nil {
		return err
	}
	var bodies *opportunity.Bodies
	all, err := b.effort.seconds(ctx, func(context.Context) error {
		bodies = opportunity.OfInstitutions(r, opportunity.Defaults(), nil)
		return nil
	})
	if err != nil {
		return err
	}
	s := r.Model().Snapshot()
	nodes, at := s.Nodes(graph.Institution), 0
	one, err := effort{warmRuns, b.budget / 4}.seconds(ctx, func(context.Context) error {
		at = (at + 7) % len(nodes)
		_, err := bodies.List("", s.ID(nodes[at]))
		return err
	})
	if err != nil {
		return err
	}
	f, err := incidenceOf(filepath.Join(b.temp, "incidence"), r)
	if err != nil {
		return err
	}
	kept, err := bodies.List("", "")
	if err != nil {
		return err
	}
	whole := figure{Ours: all.summary(), Limit: "reads what each institution is named in, with its passages, and weighs evidence; the peers sum weights",
		Note: fmt.Sprintf("%d pairs pass the gate; %d things skipped as hubs", len(kept), bodies.Skipped)}
	single := figure{Ours: one.scaled(1000).summary(), Limit: "looks through all kept pairs, then explains its own in full"}
	return b.peersOf(ctx, f, py, whole, single)
}

// peersOf measures the peers on a file and adds both figures beside them.
func (b *bench) peersOf(ctx context.Context, f incidence, py python, whole, single figure) error {
	size := fmt.Sprintf("%d institutions, %d links", f.institutions, f.links)
	whole.Area, whole.Unit, whole.Name = partners, "s", "of all: "+size
	single.Area, single.Unit, single.Name = partners, "ms", "of one: "+size
	if py.program != "" {
		began := time.Now()
		runs := 3
		if f.institutions >= million {
			runs = 1
		}
		r, err := py.rank(ctx, f, runs)
		if err != nil {
			return err
		}
		b.say("  Python took %s s", number(time.Since(began).Seconds()))
		note := fmt.Sprintf("reading the file: %s s; %d things skipped as hubs", number(r.Read), r.Skipped)
		whole.beside("SciPy "+r.SciPy, r.All.summary(), note)
		single.beside("SciPy "+r.SciPy, r.One.scaled(1000).summary(), "")
		single.beside("igraph "+r.Igraph, r.IgraphOne.scaled(1000).summary(), "")
		whole.beside("igraph "+r.Igraph, summary{}, number(r.IgraphOne.quantile(0.5)*float64(f.institutions))+" s by the median of one")
	}
	if f.institutions >= million {
		for r, of := range map[rule]*figure{ofMillion: &whole, oneOfMillion: &single} {
			if t, ok := r.check(of); ok {
				of.Targets = append(of.Targets, t)
			}
		}
	}
	b.add(whole)
	b.add(single)
	return ctx.Err()
}

// rankingOf is the ranking of one synthetic edition of that size.
func rankingOf(institutions, groups int) (*crosswalk.Ranking, error) {
	o := synth.Defaults()
	o.Institutions, o.Groups, o.Years = institutions, groups, 1
	w, err := synth.NewWorld(o, 0)
	if err != nil {
		return nil, err
	}
	bundle, ok := w.Next()
	if !ok {
		return nil, errors.New("a world without an edition")
	}
	g, err := graph.Merge([]graph.Bundle{bundle}, nil)
	if err != nil {
		return nil, err
	}
	m, err := crosswalk.NewModel(graph.NewSnapshot(g, graph.Release{}), crosswalk.Options{})
	if err != nil {
		return nil, err
	}
	return m.Rank(), nil
}
