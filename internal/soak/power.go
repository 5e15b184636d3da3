package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// powering takes the power away from an embedded store: a worker is killed before a drawn one of the system calls that change the
// folder, and what was not synced by then is lost, in several ways.
type powering struct {
	*harness
	place place
	world world
	model *model
	disk  *disk
	dice  *rand.Rand
	calls int // of the last load that came to its end
	laid  int
}

const powerTrial = "folder/power"

// memory is where Linux keeps files in memory. Losses are laid out here, not suffered, so that nothing needs a real disk, which
// would take most of the time to sync.
const memory = "/dev/shm"

func (h *harness) powering(w world) *powering {
	dir, err := os.MkdirTemp(memory, "crosswalk-soak-")
	if err == nil {
		h.temporary = append(h.temporary, dir)
		own := *h
		own.dir = dir
		h = &own
	}
	return &powering{harness: h, place: h.folder("power"), world: w, model: newModel(3), dice: h.drawn(powerTrial)}
}

// run takes the power away n times.
func (p *powering) run(ctx context.Context, n int) error {
	if err := os.MkdirAll(p.place.Folder, 0o755); err != nil {
		return err
	}
	first := p.world.all()
	var err error
	if p.disk, err = newDisk(p.place.Folder); err != nil {
		return err
	}
	if _, err := p.load(ctx, first, 0); err != nil {
		return fmt.Errorf("%s: first load: %w", powerTrial, err)
	}
	if err := p.leaves(ctx, "first load", first, true); err != nil {
		return err
	}
	p.calls *= 10 // the first is not killed, to measure
	for i := range n + 1 {
		if err := p.one(ctx); err != nil {
			return fmt.Errorf("%s: loss %d: %w", powerTrial, i, err)
		}
	}
	return nil
}

// one loads, is killed, and loses power; then, without that loss, loads again to the end, and loses power.
func (p *powering) one(ctx context.Context) error {
	c := p.world.load(p.dice, p.model.st)
	if p.dice.IntN(3) == 0 && len(p.model.st.Bundles) > 3 {
		c = p.world.withdraw(p.dice, p.model.st)
	}
	at := 1 + p.dice.IntN(p.calls*11/10)
	t, err := p.load(ctx, c, at)
	if err != nil {
		return err
	}
	was := p.model.clone()
	if err := p.leaves(ctx, "power lost within a load", c, t != nil); err != nil {
		return fmt.Errorf("killed before call %d: %w", at, err)
	}
	made := p.model.number() > was.number()
	if p.dice.IntN(3) == 0 || made && len(c.Withdraw) > 0 {
		if made && t == nil { // nobody was told, and nobody asks: the system writes everything back in time
			p.disk, err = newDisk(p.place.Folder)
		}
		return err
	}
	if _, err = p.load(ctx, c, 0); err != nil {
		return fmt.Errorf("killed before call %d and loaded again: %w", at, err)
	}
	p.model = was // it may have been made though nobody was told; now somebody is
	if err := p.leaves(ctx, "power lost after loading again", c, true); err != nil {
		return fmt.Errorf("killed before call %d and loaded again: %w", at, err)
	}
	return nil
}

// load has a traced worker make a change; it is killed before its call number at, 0: not at all. The answer is nil where
// there was none.
func (p *powering) load(ctx context.Context, c graph.Change, at int) (*told, error) {
	w, err := p.worker.prepare(ctx, assignment{Place: p.place})
	if err != nil {
		return nil, err
	}
	t := tracer{disk: p.disk, killAt: at}
	if err := t.traced(w, func() { w.send(order{Op: "load", Change: c}); _ = w.in.Close() }); err != nil {
		return nil, err
	}
	if at == 0 || t.calls < at {
		p.calls = t.calls
	}
	said := w.ended()
	if err := p.disk.look(); err != nil {
		return nil, fmt.Errorf("the disk was not followed: %w", err)
	}
	var answer *told
	for {
		m, ok := w.next()
		if !ok {
			break
		}
		if m.Error != "" {
			return nil, fmt.Errorf("the worker was refused: %s", m.Error)
		}
		if m.Event == "end" {
			answer = &m
		}
	}
	if answer == nil && at == 0 {
		return nil, fmt.Errorf("the worker ended by itself: %s", said)
	}
	return answer, nil
}

// leaves audits the folder as it is, and as each kind of loss leaves it; on the latter the change is then made again.
func (p *powering) leaves(ctx context.Context, operation string, c graph.Change, told bool) error {
	start := p.model.clone()
	for _, l := range []loss{allStays, allGoes, some} {
		m, at := start.clone(), p.next()
		if err := p.disk.lay(p.dice, l, at.Folder); err != nil {
			return err
		}
		end, err := m.settle(ctx, at, c, told)
		if err == nil {
			err = m.again(ctx, at, c, end)
		}
		if err != nil {
			return fmt.Errorf("%s; %s: %w", operation, l, err)
		}
		p.sum.add(powerTrial, operation+", "+string(l), end)
	}
	at := p.next()
	if err := os.CopyFS(at.Folder, os.DirFS(p.place.Folder)); err != nil {
		return err
	}
	_, err := p.model.settle(ctx, at, c, told)
	return err
}

// next is a new folder beside, in the place of the one before.
func (p *powering) next() place {
	_ = os.RemoveAll(filepath.Join(p.dir, fmt.Sprintf("laid-%d", p.laid)))
	p.laid++
	return p.folder(fmt.Sprintf("laid-%d", p.laid))
}
