package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if code, ok := role(ctx); ok {
		os.Exit(code)
	}
	switch err := run(ctx, os.Args[1:], os.Stdout); {
	case err == nil, errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errUsage):
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// errUsage: the command line asks for what is not there, so that nothing was tried.
var errUsage = errors.New("soak: ")

// run carries out the trials that the arguments choose, prints what they left, and gives the faults of all.
func run(ctx context.Context, args []string, out io.Writer) (err error) {
	f := flag.NewFlagSet("soak", flag.ContinueOnError)
	seed := f.Uint64("seed", uint64(time.Now().UnixNano()), "what all draws come from")
	kills := f.Int("kills", 50, "kills a store and trial")
	only := f.String("only", "", "only trials whose name begins so: "+strings.Join(trialNames(), ", "))
	within := f.Duration("time", 45*time.Minute, "how long all may take")
	dir := f.String("dir", "", "where temporary folders are made (default: the system's)")
	if err := f.Parse(args); err != nil {
		return fmt.Errorf("%w%w", errUsage, err)
	}
	if *kills < 1 {
		return fmt.Errorf("%w-kills is %d; it must be 1 at least, else nothing is tried", errUsage, *kills)
	}
	if !slices.ContainsFunc(trialNames(), func(name string) bool { return strings.HasPrefix(name, *only) }) {
		return fmt.Errorf("%w-only: no trial's name begins with %q; there are %s", errUsage, *only, strings.Join(trialNames(), ", "))
	}
	if f.NArg() > 0 {
		return fmt.Errorf("%wthere are no arguments beside the flags: %q", errUsage, f.Args())
	}
	ctx, cancel := context.WithTimeoutCause(ctx, *within, fmt.Errorf("the time of %v is up", *within))
	defer cancel()
	h := &harness{seed: *seed, kills: *kills, sum: &summary{}}
	if h.dir, err = os.MkdirTemp(*dir, "crosswalk-soak-"); err != nil {
		return err
	}
	defer h.close()
	if err := h.binaries(ctx); err != nil {
		return err
	}
	fmt.Fprintf(out, "seed %d, %d kills a store\n", *seed, *kills)
	var faults []error
	for _, t := range trials {
		if !strings.HasPrefix(t.name, *only) {
			continue
		}
		began := time.Now()
		err := t.run(ctx, h)
		fmt.Fprintf(out, "%s: %s after %.1f s\n", t.name, verdict(err), time.Since(began).Seconds())
		if excused(err) {
			h.sum.note("%s: %v", t.name, err)
		} else if err != nil {
			faults = append(faults, fmt.Errorf("%s (again: go run ./internal/soak -only %s -seed %d -kills %d): %w", t.name, t.name, *seed, *kills, err))
		}
	}
	h.sum.print(out)
	return errors.Join(faults...)
}

func verdict(err error) string {
	switch {
	case err == nil:
		return "as it must be"
	case errors.Is(err, errNotHere):
		return "not tried"
	}
	return "FAULT"
}

// binaries are this program for workers and crosswalk itself, built anew.
func (h *harness) binaries(ctx context.Context) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	h.worker = binary{file: self}
	h.program = binary{file: filepath.Join(h.dir, "crosswalk")}
	build := exec.CommandContext(ctx, "go", "build", "-o", h.program.file, "github.com/crosswalk-kg/crosswalk/cmd/crosswalk")
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("build crosswalk: %w\n%s", err, out)
	}
	return nil
}
