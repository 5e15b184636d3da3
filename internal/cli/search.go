package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// searchHit is one thing that a search found.
type searchHit struct {
	ID    string      `json:"id"`
	Kind  string      `json:"kind"`
	Name  graph.Names `json:"name"` // a passage's gist
	Score int         `json:"score"`
}

func (a *app) searchCommand() *cobra.Command {
	var limit int
	var release string
	c := &cobra.Command{Use: "search WORDS…", Short: "Entities and passages by their words",
		Example: "  crosswalk search clean technology", Args: minArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 1 {
				return usagef("--limit is %d; it must be at least 1", limit)
			}
			s, err := a.snapshot(cmd.Context(), release)
			if err != nil {
				return err
			}
			hits := []searchHit{}
			t := export.Table{Columns: []string{"kind", "id", "name"}}
			for _, h := range s.Search(strings.Join(args, " "), limit) {
				x := hitOf(s, h)
				hits = append(hits, x)
				t.Add(x.Kind, x.ID, name(x.Name))
			}
			return a.write(hits, t)
		}}
	c.Flags().IntVar(&limit, "limit", 50, "most hits")
	addRelease(c, &release)
	return c
}

func hitOf(s *graph.Snapshot, h graph.Hit) searchHit {
	if p := h.Passage; p != nil {
		return searchHit{p.ID, "Passage", p.Gist, h.Score}
	}
	e := s.Entity(h.Entity)
	return searchHit{e.ID, string(e.Kind), e.Name, h.Score}
}
