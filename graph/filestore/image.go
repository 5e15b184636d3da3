package filestore

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/gofrs/flock"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// imageFormat is the format of images: a line that names format, layout and the graph's digest, the encoded snapshot,
// and the SHA-256 of both.
const imageFormat = "crosswalk-image/2"

func imageHead(digest string) string {
	return fmt.Sprintf("%s %s %s\n", imageFormat, graph.SnapshotLayout, digest)
}

// encodeImage writes the image of a snapshot whose graph has that digest.
func encodeImage(w io.Writer, digest string, s *graph.Snapshot) error {
	hash := sha256.New()
	both := io.MultiWriter(w, hash)
	if _, err := io.WriteString(both, imageHead(digest)); err != nil {
		return err
	}
	if err := s.Encode(both); err != nil {
		return err
	}
	_, err := w.Write(hash.Sum(nil))
	return err
}

// errImage: the bytes are no image of that digest and of this version. It leads to merging anew and is not shown.
var errImage = errors.New("not an image")

// decodeImage reads the image of release r, of size bytes, if it is whole and of this version.
func decodeImage(from io.Reader, size int64, r graph.Release) (*graph.Snapshot, error) {
	head := imageHead(r.Digest)
	body := size - int64(len(head)) - sha256.Size
	if body < 0 {
		return nil, errImage
	}
	buffered := bufio.NewReaderSize(from, 1<<16)
	hash := sha256.New()
	read := io.TeeReader(buffered, hash)
	line := make([]byte, len(head))
	if _, err := io.ReadFull(read, line); err != nil || string(line) != head {
		return nil, errImage
	}
	s, err := graph.DecodeSnapshot(io.LimitReader(read, body), body, r)
	if err != nil {
		return nil, err
	}
	sum := make([]byte, sha256.Size)
	if _, err := io.ReadFull(buffered, sum); err != nil || !bytes.Equal(sum, hash.Sum(nil)) {
		return nil, errImage
	}
	return s, nil
}

// readImage is the snapshot of a release, without quotes, where an image of it is there that can be used.
func (f folder) readImage(r graph.Release) (*graph.Snapshot, bool) {
	file, err := os.Open(f.file(images, r.Digest))
	if err != nil {
		return nil, false
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, false
	}
	s, err := decodeImage(file, info.Size(), r)
	return s, err == nil
}

// hasImage reports whether there is a file of an image of that digest.
func (f folder) hasImage(digest string) bool {
	_, err := os.Stat(f.file(images, digest))
	return err == nil
}

// writeImage keeps an image. Failing is no error: an image only saves time. It needs not be durable either, since one that is
// not whole is not used.
func (f folder) writeImage(digest string, s *graph.Snapshot) {
	if err := makeDir(f.path(images.dir)); err != nil {
		return
	}
	s = s.Repacked()
	_ = putBy(f.file(images, digest), func(w io.Writer) error { return encodeImage(w, digest, s) }, false)
}

// renewImage writes the image of the current release where it is missing or of no use, unless a loader is at work (which will
// write one itself) or the folder cannot be written.
func (s *Store) renewImage(m *manifest, snap *graph.Snapshot) {
	lock := flock.New(s.dir.lock(), flock.SetPermissions(0o644))
	if got, err := lock.TryLock(); err != nil || !got {
		return
	}
	defer lock.Close()
	if now, err := s.manifest(); err == nil && now.current.LoadID == m.current.LoadID {
		s.dir.writeImage(m.current.Digest, snap)
	}
}
