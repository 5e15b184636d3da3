package localneo4j

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// needs skips a test where the machine cannot run a Neo4j; under CI that is a failure.
func needs(t *testing.T) {
	t.Helper()
	if err := Available(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
}

func TestTemporaryServerAnswersAndLeavesNothing(t *testing.T) {
	needs(t)
	var log bytes.Buffer
	began := time.Now()
	s, err := Start(t.Context(), Options{Log: &log})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Stop() })
	t.Logf("up after %v at %s", time.Since(began).Round(time.Millisecond), s.URI)
	if !strings.HasPrefix(s.URI, "bolt://127.0.0.1:") || s.Username != "neo4j" || len(s.Password) < 20 {
		t.Errorf("address %+v", s.Address)
	}
	if err := system(t.Context(), s.HTTP, s.Password, showUser, nil); err != nil {
		t.Errorf("its own password: %v", err)
	}
	if err := system(t.Context(), s.HTTP, firstPassword, showUser, nil); !errors.Is(err, errUnauthorized) {
		t.Errorf("the first password: %v, want it refused", err)
	}
	if err := s.Stop(); err != nil {
		t.Error(err)
	}
	select {
	case <-s.Done():
	default:
		t.Error("still there after Stop")
	}
	if _, err := os.Stat(s.Dir()); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s is still there: %v", s.Dir(), err)
	}
}

func TestKeptServerKeepsItsPasswordAndHasOneOwner(t *testing.T) {
	needs(t)
	dir := filepath.Join(t.TempDir(), "db")
	if _, running := Running(dir); running {
		t.Error("nothing runs yet")
	}
	s, err := Start(t.Context(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Stop() })
	if a, running := Running(dir); !running || a != s.Address {
		t.Errorf("running: %+v %v, want %+v", a, running, s.Address)
	}
	if _, err := Start(t.Context(), Options{Dir: dir}); !errors.Is(err, ErrRunning) || !strings.Contains(err.Error(), s.URI) {
		t.Errorf("a second start: %v, want ErrRunning with the address", err)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if _, running := Running(dir); running {
		t.Error("still said to run after Stop")
	}
	again, err := Start(t.Context(), Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Stop()
	if again.Password != s.Password {
		t.Error("the second run has another password")
	}
	info, err := os.Stat(filepath.Join(dir, passwordName))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("password file: %v %v", info, err)
	}
}

func TestStartThatCannotSucceedSaysWhy(t *testing.T) {
	needs(t)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	dir := t.TempDir()
	_, err := Start(ctx, Options{Dir: dir})
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), dir) {
		t.Errorf("%v, want the deadline and the folder", err)
	}
	if _, err := Start(t.Context(), Options{Dir: dir, Heap: 1}); err == nil || !strings.Contains(err.Error(), "heap") {
		t.Errorf("%v, want Java's own words about the heap", err)
	}
	if _, err := Start(t.Context(), Options{Dir: filepath.Join(dir, "conf", "neo4j.conf", "no")}); err == nil {
		t.Error("a folder inside a file was taken")
	}
}

func TestSweepRemovesOnlyWhatNobodyHolds(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	folder := func(name string) string {
		dir := filepath.Join(os.TempDir(), temporaryPrefix+name)
		lock, err := claim(dir)
		if err != nil {
			t.Fatal(err)
		}
		if name == "held" {
			t.Cleanup(func() { lock.Unlock() })
		} else if err := lock.Unlock(); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	left, held := folder("left"), folder("held")
	sweep(time.Now())
	if _, err := os.Stat(left); err != nil {
		t.Errorf("swept before its hour: %v", err)
	}
	sweep(time.Now().Add(2 * time.Hour))
	if _, err := os.Stat(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("not swept: %v", err)
	}
	if _, err := os.Stat(held); err != nil {
		t.Errorf("swept while held: %v", err)
	}
}
