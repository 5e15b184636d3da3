package localneo4j

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// Address is where a running server answers, and as whom.
type Address struct {
	URI      string `json:"uri"` // bolt://127.0.0.1:port
	HTTP     string `json:"http"`
	Username string `json:"username"`
	Password string `json:"password"`
	PID      int    `json:"pid"` // of the server
}

// ErrRunning: another process already runs a server on that folder.
var ErrRunning = errors.New("a private Neo4j already runs")

const (
	lockName    = "running.lock"
	addressName = "running.json"
)

// Running is the address of the server that some process runs on the kept folder dir, and whether there is one.
func Running(dir string) (Address, bool) {
	lock := flock.New(filepath.Join(dir, lockName))
	if free, err := lock.TryRLock(); err != nil || free {
		_ = lock.Unlock()
		return Address{}, false
	}
	var a Address
	text, err := os.ReadFile(filepath.Join(dir, addressName))
	if err != nil || json.Unmarshal(text, &a) != nil {
		return Address{}, false // it is only starting
	}
	return a, true
}

// claim takes dir for this process until the lock is given back.
func claim(dir string) (*flock.Flock, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("start Neo4j: %w; choose another folder", err)
	}
	lock := flock.New(filepath.Join(dir, lockName))
	ctx, cancel := context.WithTimeout(context.Background(), time.Second) // Running holds it for a moment
	defer cancel()
	ok, err := lock.TryLockContext(ctx, 50*time.Millisecond)
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return nil, fmt.Errorf("start Neo4j: lock %s: %w; choose another folder", lock.Path(), err)
	}
	if !ok {
		if a, running := Running(dir); running {
			return nil, fmt.Errorf("%w on %s: process %d, at %s", ErrRunning, dir, a.PID, a.URI)
		}
		return nil, fmt.Errorf("%w on %s: another process is just starting it; wait until it says how to connect", ErrRunning, dir)
	}
	return lock, nil
}

// publish tells other processes the address.
func publish(dir string, a Address) error {
	text, err := json.Marshal(a)
	if err != nil {
		return err
	}
	return writePrivate(filepath.Join(dir, addressName), text)
}

// writePrivate replaces path by a file that only this user can read: whole, or not at all.
func writePrivate(path string, text []byte) error {
	part := path + ".part"
	if err := os.WriteFile(part, text, 0o600); err != nil {
		return err
	}
	return os.Rename(part, path)
}
