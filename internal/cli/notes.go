package cli

import (
	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) notesCommand() *cobra.Command {
	var about, kind, release string
	c := &cobra.Command{Use: "notes", Short: "What a careful reader must know",
		Example: "  crosswalk notes --kind contradiction", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if kind != "" {
				if err := oneOf("kind", kind, words(graph.NoteKinds)...); err != nil {
					return err
				}
			}
			s, err := a.snapshot(cmd.Context(), release)
			if err != nil {
				return err
			}
			if about != "" {
				n, err := explore.Find(s, fullID(s, about))
				if err != nil {
					return err
				}
				about = s.ID(n)
			}
			out := []graph.Note{}
			for _, n := range s.Notes(about) {
				if kind == "" || string(n.Kind) == kind {
					out = append(out, n)
				}
			}
			return a.show(out, func() error { return a.printNotes(s, out) }, export.Notes(out))
		}}
	c.Flags().StringVar(&about, "about", "", "a thing, by id or name")
	c.Flags().StringVar(&kind, "kind", "", "contradiction, misspelling, gap, ambiguous or condition")
	addRelease(c, &release)
	return c
}
