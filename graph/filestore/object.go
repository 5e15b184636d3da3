package filestore

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// errMissing: a file is not there. Whoever reads while others load looks whether the release moved before it calls that damage.
var errMissing = errors.New("is missing")

// readObject unpacks a file named by the hash of its content and checks that it is that. Errors: ErrDamaged, with errMissing
// where there is no such file; remedy tells people what to do then.
func (f folder) readObject(c class, hash, remedy string) ([]byte, error) {
	path := f.file(c, hash)
	content, err := readPacked(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s %w; %s: %w", path, errMissing, remedy, ErrDamaged)
	case errors.Is(err, errPacked):
		return nil, damaged(path, err.Error(), remedy)
	case err != nil:
		return nil, unreadable(err)
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != hash {
		return nil, damaged(path, "does not hold what its name says (SHA-256 "+hex.EncodeToString(sum[:])+")", remedy)
	}
	return content, nil
}

// writeObject sees to it that a file holds content; one that does so already stays. It lasts from the next settle on.
func (f folder) writeObject(c class, hash string, content []byte) error {
	if old, err := f.readObject(c, hash, ""); err == nil && bytes.Equal(old, content) {
		return nil
	}
	return f.writePacked(c, hash, content)
}

func (f folder) writePacked(c class, hash string, content []byte) error {
	if err := makeDir(f.path(c.dir)); err != nil {
		return err
	}
	return put(f.file(c, hash), pack(content), true)
}

func pack(content []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	_, _ = z.Write(content) // a buffer takes everything
	_ = z.Close()
	return out.Bytes()
}

// errPacked: a file cannot be unpacked.
var errPacked = errors.New("cannot be unpacked")

func readPacked(path string) ([]byte, error) {
	packed, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("%w (%v)", errPacked, err)
	}
	content, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%w (%v)", errPacked, err)
	}
	return content, nil
}
