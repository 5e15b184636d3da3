package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// settings are what the command line asks for.
type settings struct {
	scales   []int
	areas    []string
	runs     int
	budget   time.Duration
	limit    time.Duration
	noNeo4j  bool
	json, md string
}

// words of -only, and the areas that they mean.
var areaWords = map[string][]string{"loads": {loads}, "starts": {starts}, "answers": {answers, overHTTP}, "http": {routes}, "memory": {memory}, "partners": {partners}}

func parse(args []string, stderr io.Writer) (settings, error) {
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.SetOutput(stderr)
	scales := f.String("scale", "1,100", "how many editions of the size of 2018, several separated by commas")
	only := f.String("only", "loads,starts,answers,http,memory,partners", "areas to measure")
	var s settings
	f.IntVar(&s.runs, "runs", 5, "most runs of what takes long")
	f.DurationVar(&s.budget, "budget", 5*time.Second, "no further run of one figure begins after this")
	f.DurationVar(&s.limit, "limit", 3*time.Hour, "ends the whole run")
	f.BoolVar(&s.noNeo4j, "no-neo4j", false, "measure the embedded store alone")
	f.StringVar(&s.json, "json", "", "file to write the figures to")
	f.StringVar(&s.md, "markdown", "", "file to write the tables to")
	if err := f.Parse(args); err != nil {
		return s, err
	}
	for _, word := range strings.Split(*scales, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil || n < 1 {
			return s, fmt.Errorf("-scale: %q is no number of editions", word)
		}
		s.scales = append(s.scales, n)
	}
	for _, word := range strings.Split(*only, ",") {
		areas, ok := areaWords[strings.TrimSpace(word)]
		if !ok {
			return s, fmt.Errorf("-only: %q is none of loads, starts, answers, http, memory, partners", word)
		}
		s.areas = append(s.areas, areas...)
	}
	if s.runs < 1 || s.budget <= 0 || s.limit <= 0 || f.NArg() > 0 {
		return s, fmt.Errorf("-runs is at least 1, -budget and -limit are more than nothing, and there are no arguments beside the flags: %q", f.Args())
	}
	for _, name := range []string{s.json, s.md} { // found out now, rather than when all was measured
		if name == "" {
			continue
		}
		file, err := os.Create(name)
		if err != nil {
			return s, err
		}
		if err := file.Close(); err != nil {
			return s, err
		}
	}
	return s, nil
}

// run is the whole command: 0 where all was measured that could be, 1 where something failed, 2 for a wrong command line.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	s, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return 2
	}
	ctx, cancel := context.WithTimeout(ctx, s.limit)
	defer cancel()
	if half := thisMachine(ctx).Memory * (1 << 30) / 2; half > 0 {
		debug.SetMemoryLimit(int64(half)) // garbage must not drive a large scale out of memory
	}
	res, err := measure(ctx, s, stderr)
	if res != nil {
		err = errors.Join(err, res.writeText(stdout), res.files(s))
	}
	if err != nil {
		fmt.Fprintln(stderr, "bench:", err)
		return 1
	}
	return 0
}

// files writes the result to the files that were asked for.
func (r *result) files(s settings) error {
	var errs []error
	if s.json != "" {
		text, err := json.MarshalIndent(r, "", "  ")
		errs = append(errs, err, os.WriteFile(s.json, append(text, '\n'), 0o644))
	}
	if s.md != "" {
		var b strings.Builder
		errs = append(errs, r.writeMarkdown(&b), os.WriteFile(s.md, []byte(b.String()), 0o644))
	}
	return errors.Join(errs...)
}

func (s settings) wants(areas ...string) bool {
	return slices.ContainsFunc(areas, func(a string) bool { return slices.Contains(s.areas, a) })
}
