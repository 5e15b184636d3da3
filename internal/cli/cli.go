// Package cli holds the commands and all wiring: it reads the configuration, opens the store, and hands both to whatever
// the command asks for.
package cli

import (
	"context"
	"io"
	"log/slog"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/config"
)

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// Run runs one command and returns its exit code: 0, 1 (failed) or 2 (usage). Answers go to stdout, words for people to stderr.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{name: programName(os.Args[0]), stdin: stdin, stdout: stdout, stderr: &guarded{w: stderr}}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(a.stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if closeErr := a.close(); err == nil {
		err = closeErr
	}
	return a.report(ctx, cmd, err)
}

// app is one run of the program.
type app struct {
	name   string // how people call the program
	reach  string // the flags by which another command reaches the same store
	stdin  io.Reader
	stdout io.Writer
	stderr *guarded
	config config.Config
	log    *slog.Logger
	open   *opened
	ran    bool   // a command's own code began
	format string // table, csv, json
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
	root.InitDefaultHelpFlag() // early: else --help takes the next flag for its value
	root.InitDefaultVersionFlag()
	config.AddFlags(root.PersistentFlags())
	root.PersistentFlags().StringVarP(&a.format, "output", "o", "table", "how answers are written: table, csv or json")
	_ = root.RegisterFlagCompletionFunc("output", cobra.FixedCompletions([]string{"table", "csv", "json"}, cobra.ShellCompDirectiveNoFileComp))
	root.SetFlagErrorFunc(flagError)
	root.SetUsageTemplate(helpTemplate(root))
	for _, g := range []struct {
		id, title string
		commands  []*cobra.Command
	}{
		{"answer", "Answers:", a.answerCommands()},
		{"data", "Data:", []*cobra.Command{a.loadCommand(), a.withdrawCommand(), a.checkCommand(), a.attachCommand(), a.releasesCommand(), a.exportCommand(), a.repairCommand()}},
		{"ask", "Cypher:", []*cobra.Command{a.queryCommand(), a.cypherCommand()}},
		{"run", "Running:", []*cobra.Command{a.serveCommand(), a.tokenCommand(), a.auditCommand(), a.neo4jCommand(), a.healthCommand()}},
		{"trial", "Trials:", a.trialCommands()},
	} {
		root.AddGroup(&cobra.Group{ID: g.id, Title: g.title})
		for _, c := range g.commands {
			c.GroupID = g.id
			root.AddCommand(c)
		}
	}
	return root
}

func (a *app) answerCommands() []*cobra.Command {
	return []*cobra.Command{
		a.crosswalksCommand(), a.matrixCommand(), a.pairCommand(), a.opportunitiesCommand(), a.commonGroundCommand(),
		a.pathsCommand(), a.interlocksCommand(), a.connectorsCommand(), a.commitmentsCommand(), a.figuresCommand(), a.notesCommand(),
		a.compareCommand(), a.showCommand(), a.searchCommand(),
	}
}

// prepare reads the configuration before a command's own code.
func (a *app) prepare(cmd *cobra.Command) error {
	if err := oneOf("output", a.format, "table", "csv", "json"); err != nil {
		return err
	}
	c, err := config.Load(cmd.Flags())
	if err != nil {
		return usageError{err}
	}
	a.config, a.ran, a.reach = c, true, reachOf(cmd.Flags())
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
