package filestore

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// unfinished marks files that are being written; those of a load that was cut off are removed by the next.
const unfinished = ".unfinished-"

// put writes a file so that whoever reads sees the old one or the whole new one: it writes beside and renames. durable means that
// the content is on disk before it has its name, so that also after a loss of power the file is whole or not there; the
// name itself lasts from when the folder is synced. The folder must exist. On an error the old file stays.
func put(path string, content []byte, durable bool) error {
	return putBy(path, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	}, durable)
}

// putBy is put for content that write writes.
func putBy(path string, write func(io.Writer) error, durable bool) (err error) {
	var random [8]byte
	_, _ = rand.Read(random[:]) // never fails
	beside := path + unfinished + hex.EncodeToString(random[:])
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(beside)
		}
	}()
	err = write(f)
	if err == nil && durable {
		err = f.Sync()
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(beside, path)
}

// syncDir makes the names within a folder durable.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // a folder cannot be synced there; renaming is journalled
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// makeDir creates a folder within an existing one, durably.
func makeDir(dir string) error {
	err := os.Mkdir(dir, 0o755)
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil
	case err != nil:
		return err
	}
	return syncDir(filepath.Dir(dir))
}

// names lists a folder's files that are whole and, apart, those that are not; a missing folder has none.
func names(dir string) (whole, partial []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), unfinished) {
			partial = append(partial, e.Name())
		} else {
			whole = append(whole, e.Name())
		}
	}
	return whole, partial, nil
}
