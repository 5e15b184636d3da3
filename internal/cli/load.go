package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
)

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
				if !dry {
					if err := a.apply(cmd.Context(), "loading", shownFile(files[i]), c); err != nil {
						return err
					}
					continue
				}
				d, err := svc.Store().Plan(cmd.Context(), c)
				if err != nil {
					return a.explain(fmt.Errorf("%s: %w", shownFile(files[i]), err))
				}
				fmt.Fprintf(a.stdout, "%s would be loaded: %s\n", shownFile(files[i]), countsText(d.Counts))
			}
			return nil
		}}
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would change, change nothing")
	return c
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
				fmt.Fprintf(a.stdout, "%s: good\n", shownFile(f))
			}
			return errors.Join(errs...)
		}}
}

// apply applies one change and says what it did; doing is what is being done, such as loading.
func (a *app) apply(ctx context.Context, doing, what string, c graph.Change) error {
	fmt.Fprintf(a.stderr, "%s %s …\n", doing, what)
	rel, changed, err := a.open.store.Apply(ctx, c)
	if err != nil {
		return a.explain(fmt.Errorf("%s: nothing was changed: %w", what, err))
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
		c.By = "crosswalk load"
		changes = append(changes, c)
	}
	if len(errs) > 0 {
		return nil, fmt.Errorf("nothing was loaded:\n%w", errors.Join(errs...))
	}
	return changes, nil
}

// readChange reads a bundle, or judgements where the file says that it is those.
func (a *app) readChange(file string) (graph.Change, error) {
	b, err := a.readFile(file)
	if err != nil {
		return graph.Change{}, err
	}
	switch f := formatOf(b); f {
	case graph.JudgementsFormat:
		js, err := graph.DecodeJudgements(bytes.NewReader(b), shownFile(file))
		return graph.Change{Judge: js}, err
	case graph.BundleFormat, "": // a missing format is told among what else is missing
		bundle, err := graph.ReadBundle(bytes.NewReader(b), shownFile(file))
		return graph.Change{Put: []graph.Bundle{bundle}}, err
	default:
		return graph.Change{}, graph.Problems{{Source: shownFile(file), Path: "$.format", Rule: "format",
			Message: fmt.Sprintf("is %q; this program reads %s and %s", f, graph.BundleFormat, graph.JudgementsFormat)}}
	}
}

// formatOf is the format that a file says it has, empty where it is no JSON or says none.
func formatOf(b []byte) string {
	var head struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(b, &head) != nil {
		return ""
	}
	return head.Format
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
	if info, statErr := os.Stat(file); statErr == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: this is a folder; name a file", file)
	}
	return b, err
}

// shownFile is a file's name for people.
func shownFile(file string) string {
	if file == "-" {
		return "standard input"
	}
	return file
}
