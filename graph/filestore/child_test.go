//go:build unix

package filestore_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
)

// What a child process of the tests does is told by its environment: childFolder is the folder, childLimit the largest file in
// bytes that the system lets it write, childUser the user that it becomes. It applies the changes that come on standard
// input, one JSON value each, and writes a line before and after each; then it reads the graph and writes its digest.
const (
	childFolder = "FILESTORE_CHILD_FOLDER"
	childLimit  = "FILESTORE_CHILD_LIMIT"
	childUser   = "FILESTORE_CHILD_USER"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childFolder); dir != "" {
		if err := runChild(dir, os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func runChild(dir string, in io.Reader, out io.Writer) error {
	if err := restrict(); err != nil {
		return err
	}
	s, err := filestore.Open(context.Background(), dir, filestore.Options{Keep: 2})
	if err != nil {
		return err
	}
	for d := json.NewDecoder(in); ; {
		var c graph.Change
		if err := d.Decode(&c); errors.Is(err, io.EOF) {
			snap, err := s.Snapshot(context.Background())
			if err == nil {
				fmt.Fprintln(out, "graph", snap.Graph().Digest())
			}
			return err
		} else if err != nil {
			return err
		}
		fmt.Fprintln(out, "applying")
		r, _, err := s.Apply(context.Background(), c)
		if err != nil {
			return err
		}
		fmt.Fprintln(out, "release", r.Number)
	}
}

// restrict has the system refuse what childLimit and childUser say.
func restrict() error {
	if s := os.Getenv(childLimit); s != "" {
		n, err := strconv.ParseUint(s, 10, 64)
		if err != nil {
			return err
		}
		signal.Ignore(syscall.SIGXFSZ) // so that writing gives an error, as a full disk does
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: n, Max: n}); err != nil {
			return err
		}
	}
	if s := os.Getenv(childUser); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			return err
		}
		return errors.Join(syscall.Setgid(n), syscall.Setuid(n))
	}
	return nil
}

// child is this test binary as another process, ready to start.
func child(t *testing.T, dir string, changes []graph.Change, env ...string) *exec.Cmd {
	t.Helper()
	var in bytes.Buffer
	for _, c := range changes {
		if err := json.NewEncoder(&in).Encode(c); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Stdin = &in
	cmd.Env = append(os.Environ(), append(env, childFolder+"="+dir)...)
	return cmd
}

// childError runs a child to its end; its error is what it wrote.
func childError(t *testing.T, dir string, c graph.Change, env ...string) error {
	t.Helper()
	cmd := child(t, dir, []graph.Change{c}, env...)
	var said strings.Builder
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%w: %s", err, strings.TrimSpace(said.String()))
	}
	return nil
}
