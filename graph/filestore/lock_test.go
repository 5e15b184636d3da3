package filestore_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// TestLockWait: a loader waits as long as it was told, then says that another is at work; readers do not wait at all.
func TestLockWait(t *testing.T) {
	dir := t.TempDir()
	load(t, open(t, dir, filestore.Options{}), storetest.First().Bundle)
	lock := flock.New(filepath.Join(dir, "lock"))
	if ok, err := lock.TryLock(); !ok || err != nil {
		t.Fatalf("the lock is held after a load: %v, %v", ok, err)
	}
	defer lock.Close()
	c := graph.Change{Put: []graph.Bundle{storetest.Second().Bundle}}
	for wait, atLeast := range map[time.Duration]time.Duration{-1: 0, 200 * time.Millisecond: 200 * time.Millisecond} {
		s := open(t, dir, filestore.Options{LockWait: wait})
		began := time.Now()
		_, _, err := s.Apply(t.Context(), c)
		if took := time.Since(began); !errors.Is(err, graph.ErrConflict) || !strings.Contains(err.Error(), "another loader is at work") || took < atLeast || took > atLeast+5*time.Second {
			t.Errorf("wait %v: after %v: %v", wait, took, err)
		}
		if err := s.Attach(t.Context(), storetest.First().Report(), storetest.First().Text); !errors.Is(err, graph.ErrConflict) {
			t.Errorf("attach: %v", err)
		}
		if _, err := s.Snapshot(t.Context()); err != nil {
			t.Errorf("snapshot while another loads: %v", err)
		}
		if _, err := s.Plan(t.Context(), c); err != nil {
			t.Errorf("plan while another loads: %v", err)
		}
	}
	s := open(t, dir, filestore.Options{})
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, _, err := s.Apply(ctx, c); !errors.Is(err, context.DeadlineExceeded) || errors.Is(err, graph.ErrConflict) {
		t.Errorf("a caller that went away while waiting: %v", err)
	}
	time.AfterFunc(100*time.Millisecond, func() { _ = lock.Unlock() })
	if r := load(t, s, storetest.Second().Bundle); r.Number != 2 {
		t.Errorf("after waiting: release %d", r.Number)
	}
}

// TestClock: releases have the time of the clock that was given, in UTC and whole seconds.
func TestClock(t *testing.T) {
	at := time.Date(2021, 3, 14, 1, 59, 26, 535_897_932, time.FixedZone("", -6*3600))
	s := open(t, t.TempDir(), filestore.Options{Clock: func() time.Time { return at }})
	r := load(t, s, storetest.First().Bundle)
	if want := time.Date(2021, 3, 14, 7, 59, 26, 0, time.UTC); !r.Time.Equal(want) || r.Time.Location() != time.UTC {
		t.Errorf("time %v, want %v", r.Time, want)
	}
}

// TestOpen: opening changes nothing, and says what is wrong with a path.
func TestOpen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	s := open(t, dir, filestore.Options{})
	if r := release(t, s); r.Number != 0 {
		t.Errorf("release %d of a folder that is not there", r.Number)
	}
	if err := s.Attach(t.Context(), "report:none", nil); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("attach: %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("reading made the folder: %v", err)
	}
	load(t, s, storetest.First().Bundle)
	file := filepath.Join(dir, "manifest.json")
	for _, bad := range []string{"", file, filepath.Join(file, "below")} {
		if _, err := filestore.Open(t.Context(), bad, filestore.Options{}); !errors.Is(err, graph.ErrUnavailable) || bad != "" && !strings.Contains(err.Error(), bad) {
			t.Errorf("open %q: %v", bad, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := filestore.Open(ctx, dir, filestore.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("open for a caller that went away: %v", err)
	}
}
