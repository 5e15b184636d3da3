package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

const (
	limitTrial = "folder/limit"
	spaceTrial = "folder/space"
)

// limited has n loads at a folder where the system lets no file grow beyond a drawn size; it needs no privileges.
func (h *harness) limited(ctx context.Context, n int) error {
	k := h.killing(limitTrial, h.folder("limit"), small)
	if err := k.model.found(ctx, k.place, small); err != nil {
		return err
	}
	for i := range n {
		all := sizes(k.place.Folder)
		limit := 1 + k.dice.Uint64N(all[k.dice.IntN(len(all))]*11/10+1)
		end, err := k.full(ctx, limit, func() error { return nil })
		if err != nil {
			return fmt.Errorf("%s: load %d, no file above %d bytes: %w", limitTrial, i+1, limit, err)
		}
		h.sum.add(limitTrial, "load with small files alone", end)
	}
	return nil
}

// sizes are those of a folder's files, ascending.
func sizes(dir string) (all []uint64) {
	_ = filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			if info, err := e.Info(); err == nil {
				all = append(all, uint64(info.Size()))
			}
		}
		return nil
	})
	slices.Sort(all)
	return all
}

// full has a worker load where room is short; then room is made, what is left audited, and the load made again. A load that was
// refused must say that the store is unavailable.
func (k *killing) full(ctx context.Context, limit uint64, makeRoom func() error) (ending, error) {
	c := k.world.load(k.dice, k.model.st)
	w, err := k.worker.hire(ctx, assignment{Place: k.place, Limit: limit})
	if err != nil {
		return "", err
	}
	w.send(order{Op: "load", Change: c})
	w.next() // begin
	t, ok := w.next()
	said := w.kill()
	if !ok {
		return "", fmt.Errorf("the worker ended by itself: %s", said)
	}
	if err := makeRoom(); err != nil {
		return "", err
	}
	return k.judged(ctx, "load", c, t)
}

// spaceEnv, where it is set, makes this program carry out the trial of a small file system: it holds a space as JSON.
const spaceEnv = "CROSSWALK_SOAK_SPACE"

type space struct {
	Dir   string // where the file system is mounted
	Seed  uint64
	Loads int
}

// spaceBytes is how large the file system is.
const spaceBytes = 4 << 20

// crowded has n loads at a folder on a small file system with a drawn room left. The file system is mounted in a process of its own, in
// name spaces of its own, which needs no privileges where the system allows that.
func (h *harness) crowded(ctx context.Context, n int) error {
	dir := filepath.Join(h.dir, "space")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	text, err := json.Marshal(space{dir, h.seed, n})
	if err != nil {
		return err
	}
	cmd := h.worker.command(ctx, []string{spaceEnv + "=" + string(text)})
	if err := apart(cmd); err != nil {
		return err
	}
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%w: no name spaces of its own can be had: %w", errNotHere, err)
	}
	var fault error
	for d := json.NewDecoder(out); ; {
		var l spaceLine
		if err := d.Decode(&l); err != nil {
			break
		}
		if l.End != "" {
			h.sum.add(spaceTrial, "load with little room", l.End)
		}
		if l.Fault != "" {
			fault = errors.New(l.Fault)
		}
		if l.NotHere != "" {
			fault = fmt.Errorf("%w: %s", errNotHere, l.NotHere)
		}
	}
	return errors.Join(fault, cmd.Wait())
}

// spaceLine is what the process with the small file system says of one load.
type spaceLine struct {
	End            ending
	Fault, NotHere string
}

// inSmallSpace is the trial within its name spaces.
func inSmallSpace(ctx context.Context, text string, out io.Writer) error {
	var s space
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return err
	}
	say := json.NewEncoder(out)
	if err := mountSmall(s.Dir); err != nil {
		return say.Encode(spaceLine{NotHere: "a file system cannot be mounted: " + err.Error()})
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	h := &harness{worker: binary{file: self}, dir: s.Dir, seed: s.Seed, sum: &summary{}}
	k := h.killing(spaceTrial, h.folder("store"), small)
	if err := k.model.found(ctx, k.place, small); err != nil {
		return say.Encode(spaceLine{Fault: "first load: " + err.Error()})
	}
	for i := range s.Loads {
		end, err := k.inRoom(ctx)
		if err != nil {
			return say.Encode(spaceLine{Fault: fmt.Sprintf("%s: load %d: %v", spaceTrial, i+1, err)})
		}
		if err := say.Encode(spaceLine{End: end}); err != nil {
			return err
		}
	}
	return nil
}

// inRoom fills the file system but for a drawn room, and loads.
func (k *killing) inRoom(ctx context.Context) (ending, error) {
	filler := filepath.Join(k.dir, "filler")
	free, err := freeBytes(k.dir)
	if err != nil {
		return "", err
	}
	room := k.drawRoom()
	if err := os.WriteFile(filler, make([]byte, max(free-room, 0)), 0o644); err != nil {
		return "", err
	}
	end, err := k.full(ctx, 0, func() error { return os.Remove(filler) })
	if err != nil {
		return end, fmt.Errorf("with room for %d bytes: %w", room, err)
	}
	return end, nil
}

// drawRoom draws as much room as up to a load with an image takes.
func (k *killing) drawRoom() int64 {
	all := sizes(k.place.Folder)
	return k.dice.Int64N(2 * int64(all[len(all)-1]))
}
