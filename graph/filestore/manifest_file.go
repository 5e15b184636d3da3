package filestore

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// seen is a manifest and the file that it was read from.
type seen struct {
	info     fs.FileInfo // nil: there was none
	manifest *manifest
}

// manifest is the folder's manifest as it is now; while the file is the same it is not read again.
func (s *Store) manifest() (*manifest, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	info, err := os.Stat(s.dir.manifest())
	if errors.Is(err, fs.ErrNotExist) {
		return s.dir.noManifest()
	}
	if err != nil {
		return nil, unreadable(err)
	}
	if old := s.seen.info; old != nil && os.SameFile(old, info) && old.Size() == info.Size() && old.ModTime().Equal(info.ModTime()) {
		return s.seen.manifest, nil
	}
	fresh, err := s.dir.readManifest()
	if err != nil {
		return nil, err
	}
	s.seen = fresh
	return fresh.manifest, nil
}

func (f folder) readManifest() (seen, error) {
	file, err := os.Open(f.manifest())
	if err != nil {
		return seen{}, unreadable(err)
	}
	defer file.Close()
	info, err := file.Stat() // of the file that is read, not of one that replaced it meanwhile
	if err != nil {
		return seen{}, unreadable(err)
	}
	content, err := io.ReadAll(file)
	if err != nil {
		return seen{}, unreadable(err)
	}
	m, err := parseManifest(f.manifest(), content)
	return seen{info, m}, err
}

// noManifest is the manifest of a folder without one: an empty store, unless there are bundles, since the first load
// writes an empty manifest before any bundle.
func (f folder) noManifest() (*manifest, error) {
	whole, partial, err := names(f.path(bundles.dir))
	if err != nil {
		return nil, unreadable(err)
	}
	if len(whole)+len(partial) > 0 {
		if fresh, err := f.readManifest(); err == nil {
			return fresh.manifest, nil // the first load came between
		}
		return nil, damaged(f.manifest(), "is missing though there are bundles", manifestRemedy)
	}
	return &manifest{}, nil
}
