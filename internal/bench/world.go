package main

import (
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// world is the data of one scale.
type world struct {
	Scale    int           `json:"scale"`
	Options  synth.Options `json:"options"`
	Entities int           `json:"entities"`
	Links    int           `json:"links"`
	Passages int           `json:"passages"`
	Stated   int           `json:"stated"` // links as bundles state them, before they are merged
}

// years is how many editions a partnership has at most.
const years = 20

// worldOf is the data of so many editions: whole partnerships of twenty years, or one of fewer.
func worldOf(scale int) (world, error) {
	o := synth.Defaults()
	o.FirstYear, o.Years, o.Partnerships = 2018, min(scale, years), 1
	if scale > years {
		if scale%years != 0 {
			return world{}, fmt.Errorf("scale %d is no multiple of %d: beyond %d editions, partnerships have %d years each", scale, years, years, years)
		}
		o.Partnerships = scale / years
	}
	return world{Scale: scale, Options: o}, o.Check()
}

// last is the year of the newest editions.
func (w world) last() int { return w.Options.FirstYear + w.Options.Years - 1 }

func (w world) String() string {
	return fmt.Sprintf("scale %d: %d partnerships of %d years, %d stated links merged to %d links, %d entities, %d passages",
		w.Scale, w.Options.Partnerships, w.Options.Years, w.Stated, w.Links, w.Entities, w.Passages)
}

// batches makes the bundles of the world, size at a time; the last batch may be smaller. Only one batch is in memory.
func (w world) batches(ctx context.Context, size int, visit func([]graph.Bundle) error) error {
	var batch []graph.Bundle
	err := synth.Each(ctx, w.Options, func(b graph.Bundle) error {
		if batch = append(batch, b); len(batch) < size {
			return nil
		}
		full := batch
		batch = nil
		return visit(full)
	}, nil)
	if err != nil || len(batch) == 0 {
		return err
	}
	return visit(batch)
}

// newestOf is the last partnership of the world, before its first year.
func newestOf(w world) (*synth.World, error) {
	return synth.NewWorld(w.Options, w.Options.Partnerships-1)
}
