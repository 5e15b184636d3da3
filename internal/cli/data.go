package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) dataCommands() []*cobra.Command {
	return []*cobra.Command{a.loadCommand(), a.withdrawCommand(), a.checkCommand(), a.attachCommand(), a.releasesCommand(), a.exportCommand()}
}

func (a *app) loadCommand() *cobra.Command {
	var dry bool
	c := &cobra.Command{Use: "load FILE…", Short: "Load bundles or judgements, each file one release",
		Long: "Load reads bundles (crosswalk-bundle/1) or judgements (crosswalk-judgements/1); - is standard input. All files are checked before the first is\nloaded. Exit code 0 means that every release is durable.",
		Args: minArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			changes, err := a.readChanges(files)
			if err != nil {
				return err
			}
			svc, err := a.service(cmd.Context())
			if err != nil {
				return err
			}
			for i, c := range changes {
				c.By = "crosswalk load"
				if dry {
					d, err := svc.Store().Plan(cmd.Context(), c)
					if err != nil {
						return explain(a.config, fmt.Errorf("%s: %w", files[i], err))
					}
					fmt.Fprintf(a.stdout, "%s would be loaded: %s\n", files[i], countsText(d.Counts))
					continue
				}
				if err := a.apply(cmd.Context(), files[i], c); err != nil {
					return err
				}
			}
			return nil
		}}
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would change, change nothing")
	return c
}

// apply applies one change and says what it did.
func (a *app) apply(ctx context.Context, what string, c graph.Change) error {
	fmt.Fprintf(a.stderr, "loading %s …\n", what)
	rel, changed, err := a.open.store.Apply(ctx, c)
	if err != nil {
		return explain(a.config, fmt.Errorf("%s: nothing was changed: %w", what, err))
	}
	if !changed {
		fmt.Fprintf(a.stdout, "%s: nothing to change, release %d (%s) stays\n", what, rel.Number, rel.ID())
		return nil
	}
	fmt.Fprintf(a.stdout, "%s: release %d (%s): %s\n", what, rel.Number, rel.ID(), countsText(rel.Counts))
	return nil
}

// countsText is "12 added, 3 changed, 1 removed".
func countsText(c graph.Counts) string {
	total := func(m map[string]int) int {
		n := 0
		for _, v := range m {
			n += v
		}
		return n
	}
	return fmt.Sprintf("%d added, %d changed, %d removed", total(c.Added), total(c.Changed), total(c.Removed))
}

// readChanges reads and checks every file; the errors of all are told at once.
func (a *app) readChanges(files []string) ([]graph.Change, error) {
	var changes []graph.Change
	var errs []error
	for _, f := range files {
		c, err := a.readChange(f)
		if err != nil {
			errs = append(errs, err)
		}
		changes = append(changes, c)
	}
	if len(errs) > 0 {
		return nil, fmt.Errorf("nothing was loaded:\n%w", errors.Join(errs...))
	}
	return changes, nil
}

func (a *app) readChange(file string) (graph.Change, error) {
	b, err := a.readFile(file)
	if err != nil {
		return graph.Change{}, err
	}
	if strings.Contains(string(b[:min(len(b), 4096)]), graph.JudgementsFormat) {
		js, err := graph.DecodeJudgements(strings.NewReader(string(b)), file)
		return graph.Change{Judge: js}, err
	}
	bundle, err := graph.DecodeBundle(strings.NewReader(string(b)), file)
	if err != nil {
		return graph.Change{}, err
	}
	ps := graph.Validate(bundle)
	for i := range ps {
		ps[i].Source = file
	}
	return graph.Change{Put: []graph.Bundle{bundle}}, ps.Err()
}

func (a *app) readFile(file string) ([]byte, error) {
	if file == "-" {
		b, err := io.ReadAll(a.stdin)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return b, nil
	}
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such file", file)
	}
	return b, err
}

func (a *app) withdrawCommand() *cobra.Command {
	return &cobra.Command{Use: "withdraw REPORT…", Short: "Take reports out; what others state stays", Args: minArgs(1),
		RunE: func(cmd *cobra.Command, reports []string) error {
			if _, err := a.service(cmd.Context()); err != nil {
				return err
			}
			for i, r := range reports {
				reports[i] = reportID(r)
			}
			return a.apply(cmd.Context(), "withdraw "+strings.Join(reports, " "), graph.Change{Withdraw: reports, By: "crosswalk withdraw"})
		}}
}

// reportID lets people leave out what a report's id begins with.
func reportID(name string) string {
	if strings.HasPrefix(name, "report:") {
		return name
	}
	return "report:" + name
}

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{Use: "check FILE…", Short: "Check bundles or judgements, load nothing", Args: minArgs(1),
		RunE: func(_ *cobra.Command, files []string) error {
			var errs []error
			for _, f := range files {
				if _, err := a.readChange(f); err != nil {
					errs = append(errs, err)
					continue
				}
				fmt.Fprintf(a.stdout, "%s: good\n", f)
			}
			return errors.Join(errs...)
		}}
}

func (a *app) attachCommand() *cobra.Command {
	var report string
	c := &cobra.Command{Use: "attach SOURCE", Short: "Attach a report's source file, so that passages show their quotes",
		Long: "Attach reads the file that a loaded report was read from and keeps the words of its passages. A file with another hash is refused. Nothing else changes.",
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := a.readFile(args[0])
			if err != nil {
				return err
			}
			s, err := a.snapshot(cmd.Context(), "")
			if err != nil {
				return err
			}
			id := reportID(report)
			if report == "" {
				if id, err = reportOf(s, text); err != nil {
					return fmt.Errorf("%s: %w", args[0], err)
				}
			}
			if err := a.open.store.Attach(cmd.Context(), id, text); err != nil {
				return explain(a.config, fmt.Errorf("%s: %w", args[0], err))
			}
			fmt.Fprintf(a.stdout, "%s: attached to %s\n", args[0], id)
			return nil
		}}
	c.Flags().StringVar(&report, "report", "", "the report (default: the one whose text has the file's hash)")
	return c
}

func (a *app) releasesCommand() *cobra.Command {
	return &cobra.Command{Use: "releases", Short: "What was loaded, newest first", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			svc, err := a.service(cmd.Context())
			if err != nil {
				return err
			}
			rs, err := svc.Store().Releases(cmd.Context())
			if err != nil {
				return explain(a.config, err)
			}
			return a.write(rs, export.Releases(rs), "number", "id", "time", "by", "reports", "added", "changed", "removed")
		}}
}

func (a *app) exportCommand() *cobra.Command {
	c := &cobra.Command{Use: "export", Short: "Write what was loaded", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	var report string
	var quotes bool
	b := &cobra.Command{Use: "bundle", Short: "Write a loaded report's bundle to standard output", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if report == "" {
				return usagef("--report names the report, such as cmp-2018")
			}
			svc, err := a.service(cmd.Context())
			if err != nil {
				return err
			}
			bundle, err := svc.Store().Bundle(cmd.Context(), reportID(report))
			if err != nil {
				return explain(a.config, err)
			}
			if quotes {
				s, err := svc.Snapshot(cmd.Context(), "")
				if err != nil {
					return err
				}
				for i, p := range bundle.Passages {
					if ps, ok := s.Passage(p.ID); ok {
						bundle.Passages[i].Quote = ps.Quote
					}
				}
			}
			_, err = a.stdout.Write(bundle.Encode())
			return err
		}}
	b.Flags().StringVar(&report, "report", "", "the report, such as cmp-2018")
	b.Flags().BoolVar(&quotes, "quotes", false, "with the source's own words, where it was attached")
	c.AddCommand(b)
	return c
}
