package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
)

func (a *app) attachCommand() *cobra.Command {
	var report string
	c := &cobra.Command{Use: "attach SOURCE", Short: "Attach a report's source file, so that passages show their quotes",
		Long:    "Attach reads the file that a loaded report was read from and keeps the words of its passages. A file with another hash is refused. Nothing else changes.",
		Example: "  crosswalk attach cmp-2018-annual-report-en.txt",
		Args:    exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := a.readFile(args[0])
			if err != nil {
				return err
			}
			s, err := a.snapshot(cmd.Context(), "")
			if err != nil {
				return err
			}
			id, err := attachedTo(s, report, text)
			if err == nil {
				telling, done := a.telling(cmd.Context(), quiet, "attaching "+shownFile(args[0]))
				err = a.open.store.Attach(telling, id, text)
				done()
			}
			if err != nil {
				return a.explain(fmt.Errorf("%s: %w", shownFile(args[0]), err))
			}
			a.say("%s: attached to %s\n", shownFile(args[0]), id)
			return a.writeFiles([]fileOutcome{{shownFile(args[0]), "attached", id}})
		}}
	c.Flags().StringVar(&report, "report", "", "the report (default: the one whose text has the file's hash)")
	return c
}

// attachedTo is the loaded report that a text belongs to: the one named, else the one that the text's hash names.
func attachedTo(s *graph.Snapshot, name string, text []byte) (string, error) {
	if name == "" {
		return reportOf(s, text)
	}
	return reportID(name), loaded(s, reportID(name))
}

// reportOf finds the loaded report whose text has the hash of text.
func reportOf(s *graph.Snapshot, text []byte) (string, error) {
	sum := sha256.Sum256(text)
	hash := hex.EncodeToString(sum[:])
	known := ""
	for _, r := range s.Reports() {
		if r.TextSHA256 == hash {
			return r.ID, nil
		}
		known += fmt.Sprintf("\n  %s was read from a text with SHA-256 %s", r.ID, r.TextSHA256)
	}
	return "", fmt.Errorf("no loaded report was read from this text (SHA-256 %s):%s\nAttach the very file that the report was read from; another language, format or edition has other bytes: %w", hash, known, graph.ErrInvalid)
}
