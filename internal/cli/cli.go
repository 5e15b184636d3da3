// Package cli holds the commands and all wiring: it reads the configuration, opens the store, and hands both to whatever
// the command asks for.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/graph"
)

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// Run runs one command and returns its exit code: 0, 1 (failed) or 2 (usage). Answers go to stdout, words for people to stderr.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	if closeErr := a.close(); err == nil {
		err = closeErr
	}
	if err == nil {
		return exitOK
	}
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		fmt.Fprintln(stderr, "crosswalk: interrupted")
		return exitFailed
	}
	fmt.Fprintf(stderr, "crosswalk: %s\n", graph.Message(err))
	var usage usageError
	if errors.As(err, &usage) || !a.ran {
		fmt.Fprintf(stderr, "See crosswalk %s--help.\n", a.command)
		return exitUsage
	}
	return exitFailed
}

// usageError is a mistake in how a command was called.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

// usagef is an error of usage.
func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// app is one run of the program.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	config         config.Config
	log            *slog.Logger
	open           *opened
	ran            bool   // a command's own code began
	command        string // "crosswalks " for a hint
	format         string // table, csv, json
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "crosswalk",
		Short:         "What links the working groups of a partnership, and which collaboration is missing",
		Long:          "Crosswalk loads what a partnership's annual reports state into a graph and answers, with evidence,\nwhat links its working groups and which collaboration is missing.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       version(),
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			return a.prepare(cmd)
		},
	}
	config.AddFlags(root.PersistentFlags())
	root.PersistentFlags().StringVarP(&a.format, "output", "o", "table", "how answers are written: table, csv or json")
	_ = root.RegisterFlagCompletionFunc("output", cobra.FixedCompletions([]string{"table", "csv", "json"}, cobra.ShellCompDirectiveNoFileComp))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	for _, g := range [][2]string{{"answer", "Answers:"}, {"data", "Data:"}, {"run", "Running:"}} {
		root.AddGroup(&cobra.Group{ID: g[0], Title: g[1]})
	}
	for group, cmds := range map[string][]*cobra.Command{"answer": a.answerCommands(), "data": a.dataCommands(), "run": a.runCommands()} {
		for _, c := range cmds {
			c.GroupID = group
			root.AddCommand(c)
		}
	}
	return root
}

// prepare reads the configuration before a command's own code.
func (a *app) prepare(cmd *cobra.Command) error {
	a.command = strings.TrimPrefix(cmd.CommandPath(), "crosswalk")
	a.command = strings.TrimSpace(a.command) + " "
	switch a.format {
	case "table", "csv", "json":
	default:
		return usagef("--output is %q; it must be table, csv or json", a.format)
	}
	c, err := config.Load(cmd.Flags())
	if err != nil {
		return usageError{err}
	}
	a.config, a.ran = c, true
	a.log = newLogger(a.stderr, c.Log)
	return nil
}

func newLogger(w io.Writer, c config.Log) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.Level)) // validated
	o := &slog.HandlerOptions{Level: level}
	if c.Format == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// version is the module's version, or the revision that the program was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(12, len(s.Value))]
		}
	}
	return "development"
}

// explain adds to an error of a store what its user can do about it.
func explain(c config.Config, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, graph.ErrUnavailable) && c.Store == config.Neo4jServer:
		return fmt.Errorf("%w\nIs Neo4j running at %s? A private one starts with: crosswalk neo4j start", err, c.Neo4j.URI)
	}
	return err
}
