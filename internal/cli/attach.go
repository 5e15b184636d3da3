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
				id, err = reportOf(s, text)
			} else {
				err = loaded(s, id)
			}
			if err == nil {
				err = a.open.store.Attach(cmd.Context(), id, text)
			}
			if err != nil {
				return a.explain(fmt.Errorf("%s: %w", shownFile(args[0]), err))
			}
			fmt.Fprintf(a.stdout, "%s: attached to %s\n", shownFile(args[0]), id)
			return nil
		}}
	c.Flags().StringVar(&report, "report", "", "the report (default: the one whose text has the file's hash)")
	return c
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
	if known == "" {
		known = " none is loaded"
	}
	return "", fmt.Errorf("no loaded report was read from this text (SHA-256 %s):%s: %w", hash, known, graph.ErrInvalid)
}
