package synth

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Each makes every bundle of the options, one at a time: partnership by partnership, each year by year. visit may keep a
// bundle; an error of it ends the work and is returned as it is. After a partnership's last bundle, done (which may be nil)
// gets its truth. Errors beside: those of Options.Check, and the context's.
func Each(ctx context.Context, o Options, visit func(graph.Bundle) error, done func(Truth) error) error {
	if err := o.Check(); err != nil {
		return err
	}
	for i := range o.Partnerships {
		w, err := NewWorld(o, i)
		if err != nil {
			return err
		}
		for b, ok := w.Next(); ok; b, ok = w.Next() {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := visit(b); err != nil {
				return err
			}
		}
		if done == nil {
			continue
		}
		if err := done(w.Truth()); err != nil {
			return err
		}
	}
	return nil
}

// Write makes every bundle of the options and writes it to dir (made where there is none) as synth-001-2018.json, and each
// partnership's truth to dir/truth/synth-001.json, so that dir/*.json are bundles alone. A folder that
// holds bundles is refused (graph.ErrInvalid). Who listens on ctx (graph.WithProgress) is told how many bundles are written. Errors: those of Each, and those of
// the file system.
func Write(ctx context.Context, dir string, o Options) error {
	if err := o.Check(); err != nil {
		return err
	}
	if err := empty(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, "truth"), 0o755); err != nil {
		return fmt.Errorf("make the folder: %w", err)
	}
	written := 0
	return Each(ctx, o, func(b graph.Bundle) error {
		if err := os.WriteFile(filepath.Join(dir, b.Report.Short()+".json"), b.Encode(), 0o644); err != nil {
			return fmt.Errorf("write a bundle: %w", err)
		}
		written++
		graph.Tell(ctx, graph.Progress{Step: "bundles", Done: written, Total: o.Bundles()})
		return nil
	}, func(t Truth) error {
		text, err := json.MarshalIndent(t, "", " ")
		if err != nil {
			return fmt.Errorf("encode the truth of %s: %w", t.Partnership, err)
		}
		name := t.Partnership[len("partnership:"):] + ".json"
		if err := os.WriteFile(filepath.Join(dir, "truth", name), append(text, '\n'), 0o644); err != nil {
			return fmt.Errorf("write the truth: %w", err)
		}
		return nil
	})
}

// empty refuses a folder that holds bundles: those of another run would be loaded with the new ones, and the truth would be wrong
// of them.
func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("look into the folder: %w", err)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) == ".json" {
			return fmt.Errorf("%s holds bundles already, %s among them, which would be loaded with the new ones; choose another folder, or remove them: %w", dir, e.Name(), graph.ErrInvalid)
		}
	}
	return nil
}
