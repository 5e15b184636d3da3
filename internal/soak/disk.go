package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// disk is what a file system promises of one folder and no more: content is safe when its file was synced, a name when its
// folder was. It follows what processes do there, and lays out what a loss of power may leave.
type disk struct {
	root string
	dirs map[string]*names // by path
}

// names are a folder's entries as processes see them, and as they are sure to be after a loss of power.
type names struct{ now, safe map[string]*inode }

// inode is a file, or a folder where it is one of dirs.
type inode struct {
	dir   bool
	safe  []byte // content when it was synced last
	dirty bool   // written since
	now   []byte // content, where dirty, as of the last look
}

// newDisk takes all that is in a folder for safe.
func newDisk(root string) (*disk, error) {
	d := &disk{root: root, dirs: map[string]*names{}}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		node := &inode{dir: e.IsDir()}
		if node.dir {
			d.dirs[path] = &names{map[string]*inode{}, map[string]*inode{}}
		} else if node.safe, err = os.ReadFile(path); err != nil {
			return err
		}
		if path != root {
			parent := d.dirs[filepath.Dir(path)]
			parent.now[e.Name()], parent.safe[e.Name()] = node, node
		}
		return nil
	})
	return d, err
}

// within reports whether a path lies in the folder, and not the folder itself.
func (d *disk) within(path string) bool {
	return strings.HasPrefix(path, d.root+string(filepath.Separator))
}

func (d *disk) node(path string) *inode {
	if dir := d.dirs[filepath.Dir(path)]; dir != nil {
		return dir.now[filepath.Base(path)]
	}
	return nil
}

func (d *disk) enter(path string, n *inode) {
	if dir := d.dirs[filepath.Dir(path)]; dir != nil {
		dir.now[filepath.Base(path)] = n
	}
}

func (d *disk) leave(path string) {
	if dir := d.dirs[filepath.Dir(path)]; dir != nil {
		delete(dir.now, filepath.Base(path))
	}
}

func (d *disk) opened(path string, emptied bool) {
	if d.dirs[path] != nil {
		return
	}
	n := d.node(path)
	if n == nil {
		d.enter(path, &inode{})
	} else if emptied {
		n.dirty = true
	}
}

func (d *disk) written(path string) {
	if n := d.node(path); n != nil {
		n.dirty = true
	}
}

func (d *disk) madeDir(path string) {
	d.enter(path, &inode{dir: true})
	d.dirs[path] = &names{map[string]*inode{}, map[string]*inode{}}
}

func (d *disk) renamed(from, to string) {
	if n := d.node(from); n != nil {
		d.leave(from)
		d.enter(to, n)
	}
}

// synced makes a folder's names safe, or a file's content.
func (d *disk) synced(path string) error {
	if dir := d.dirs[path]; dir != nil {
		dir.safe = map[string]*inode{}
		for name, n := range dir.now {
			dir.safe[name] = n
		}
		return nil
	}
	n := d.node(path)
	if n == nil {
		return nil
	}
	content, err := os.ReadFile(path)
	n.safe, n.dirty, n.now = content, false, nil
	return err
}

// look holds the model of the disk against the folder itself: a change that was not followed would make every finding worthless.
func (d *disk) look() error {
	var errs []error
	for path, dir := range d.dirs {
		entries, err := os.ReadDir(path)
		if err != nil {
			errs = append(errs, err)
		}
		if len(entries) != len(dir.now) {
			errs = append(errs, fmt.Errorf("%s has %d names, %d were followed", path, len(entries), len(dir.now)))
		}
		for _, e := range entries {
			errs = append(errs, d.lookAt(filepath.Join(path, e.Name()), dir.now[e.Name()]))
		}
	}
	return errors.Join(errs...)
}

func (d *disk) lookAt(path string, n *inode) error {
	if n == nil {
		return fmt.Errorf("%s came without being followed", path)
	}
	if n.dir {
		return nil
	}
	content, err := os.ReadFile(path)
	if n.now = content; err == nil && !n.dirty && !bytes.Equal(content, n.safe) {
		err = fmt.Errorf("%s was written without being followed", path)
	}
	return err
}

// loss is which names that were not made safe a loss of power leaves.
type loss string

// The losses; some draws for each name whether the old or the new stays.
const (
	allStays loss = "names stay"
	allGoes  loss = "names go"
	some     loss = "some names go"
)

// lay writes to a new folder what a loss of power leaves. Content that was not synced is cut at a drawn place, or whole.
func (d *disk) lay(dice *rand.Rand, l loss, to string) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	return d.layDir(dice, l, d.root, to)
}

func (d *disk) layDir(dice *rand.Rand, l loss, path, to string) error {
	left := d.dirs[path].after(dice, l)
	for _, name := range sortedKeys(left) {
		n, at := left[name], filepath.Join(to, name)
		var err error
		if n.dir {
			if err = os.MkdirAll(at, 0o755); err == nil {
				err = d.layDir(dice, l, filepath.Join(path, name), at)
			}
		} else {
			err = os.WriteFile(at, n.after(dice), 0o644)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (n *names) after(dice *rand.Rand, l loss) map[string]*inode {
	switch l {
	case allStays:
		return n.now
	case allGoes:
		return n.safe
	}
	all, left := map[string]*inode{}, map[string]*inode{}
	for _, m := range []map[string]*inode{n.now, n.safe} {
		for name := range m {
			all[name] = nil
		}
	}
	for _, name := range sortedKeys(all) {
		stays := n.now[name]
		if stays != n.safe[name] && dice.IntN(2) == 0 {
			stays = n.safe[name]
		}
		if stays != nil {
			left[name] = stays
		}
	}
	return left
}

func (n *inode) after(dice *rand.Rand) []byte {
	if !n.dirty {
		return n.safe
	}
	switch dice.IntN(3) {
	case 0:
		return n.safe
	case 1:
		return n.now[:dice.IntN(len(n.now)+1)]
	}
	return nil
}
