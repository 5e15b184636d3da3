package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

const damageTrial = "folder/damage"

// The endings of a folder that was damaged.
const (
	unharmed ending = "answers as before"
	named    ending = "the damaged file is named"
	mended   ending = "named, and mended by loading again"
)

// damage is one way to spoil a file.
type damage struct {
	name  string
	spoil func(dice *rand.Rand, path string, content []byte) error
}

var damages = []damage{
	{"a bit turned", func(dice *rand.Rand, path string, content []byte) error {
		content[dice.IntN(len(content))] ^= 1 << dice.IntN(8)
		return os.WriteFile(path, content, 0o644)
	}},
	{"a file cut short", func(dice *rand.Rand, path string, content []byte) error {
		return os.WriteFile(path, content[:dice.IntN(len(content))], 0o644)
	}},
	{"a file missing", func(_ *rand.Rand, path string, _ []byte) error { return os.Remove(path) }},
	{"a newer format", func(_ *rand.Rand, path string, content []byte) error {
		for _, format := range []string{"crosswalk-folder/", "crosswalk-image/"} {
			content = bytes.Replace(content, []byte(format), []byte(format+"9"), 1)
		}
		return os.WriteFile(path, content, 0o644)
	}},
}

// damaged spoils one drawn file of a folder with a history, n times, each in a copy: whatever is asked then is answered as before or
// refused with the file's name, by the program as well; a bundle is mended by loading it again.
func (h *harness) damaged(ctx context.Context, n int) error {
	k := h.killing(damageTrial, h.folder("damage"), small)
	k.ops = []string{"load", "withdraw"}
	if err := k.run(ctx, 4); err != nil {
		return err
	}
	for i := range n {
		d := damages[i%len(damages)]
		end, file, err := k.withDamage(ctx, d, i)
		if err != nil {
			return fmt.Errorf("%s: %s, %s: %w", damageTrial, d.name, file, err)
		}
		h.sum.add(damageTrial, d.name, end)
	}
	return nil
}

func (k *killing) withDamage(ctx context.Context, d damage, i int) (end ending, file string, err error) {
	at := k.place
	at.Folder = filepath.Join(k.dir, fmt.Sprintf("damage-%d", i))
	defer os.RemoveAll(at.Folder)
	if err := os.CopyFS(at.Folder, os.DirFS(k.place.Folder)); err != nil {
		return "", "", err
	}
	path := k.pick(at.Folder, d)
	content, err := os.ReadFile(path)
	if err != nil {
		return "", path, err
	}
	if err := d.spoil(k.dice, path, content); err != nil {
		return "", path, err
	}
	file = filepath.Base(path)
	found := k.ask(ctx, at)
	if found != nil && (!errors.Is(found, graph.ErrUnavailable) || !strings.Contains(found.Error(), file)) {
		return "", file, fmt.Errorf("neither the graph nor an error that names the file: %w", found)
	}
	if i%3 == 0 {
		if err := k.programSays(ctx, at, file, found); err != nil {
			return "", file, err
		}
	}
	switch {
	case found == nil:
		return unharmed, file, nil
	case strings.Contains(path, "bundles"):
		return mended, file, k.mend(ctx, at, file)
	}
	return named, file, nil
}

// pick draws a file: first its class, so that the one manifest is as likely as all bundles.
func (k *killing) pick(dir string, d damage) string {
	classes := []string{"manifest.json", "bundles/*", "images/*"}
	if d.name == "a newer format" {
		classes = []string{"manifest.json", "images/*"} // no other file names one
	}
	paths, _ := filepath.Glob(filepath.Join(dir, classes[k.dice.IntN(len(classes))]))
	if len(paths) == 0 {
		return filepath.Join(dir, "manifest.json")
	}
	return paths[k.dice.IntN(len(paths))]
}

// ask audits without taking anything in.
func (k *killing) ask(ctx context.Context, at place) error {
	s, err := at.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close(ctx)
	_, err = k.model.audit(ctx, s, k.model.st, k.model.number())
	return err
}

// programSays starts the program: it answers, or ends and names the file. Damage to what only a past release needs is no matter of
// the start.
func (k *killing) programSays(ctx context.Context, at place, file string, found error) error {
	s, err := k.serve(ctx, at)
	if err != nil {
		return err
	}
	select {
	case url, ok := <-s.url:
		if !ok {
			if said := s.ended(); found == nil || !strings.Contains(said, file) {
				return fmt.Errorf("the program ended without naming the file: %s", said)
			}
			return nil
		}
		r, err := ready(ctx, url)
		s.kill()
		if err != nil || r.Number != k.model.number() {
			return fmt.Errorf("the program answers with release %d, %w", r.Number, err)
		}
		return nil
	case <-time.After(time.Minute):
		return fmt.Errorf("the program neither answers nor ends: %s", s.kill())
	}
}

// mend loads all bundles of the current release again: then it is answered, and so is whatever else was not damaged.
func (k *killing) mend(ctx context.Context, at place, file string) error {
	s, err := at.open(ctx)
	if err != nil {
		return err
	}
	var c graph.Change
	for _, id := range sortedKeys(k.model.st.Bundles) {
		c.Put = append(c.Put, k.model.st.Bundles[id])
	}
	if _, changed, err := s.Apply(ctx, c); err != nil || changed {
		return fmt.Errorf("loaded again: changed %v, %w", changed, err)
	}
	if err := k.ask(ctx, at); err != nil && !(strings.HasPrefix(err.Error(), "release ") && strings.Contains(err.Error(), file)) { // of a past release alone
		return err
	}
	return nil
}
