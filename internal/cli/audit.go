package cli

import (
	"context"
	"time"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/internal/state"
)

// listedEntry is an entry of the audit log as JSON.
type listedEntry struct {
	ID      int64      `json:"id"`
	Time    time.Time  `json:"time"`
	Subject string     `json:"subject"`
	Name    string     `json:"name"`
	Action  string     `json:"action"`
	About   string     `json:"about"`
	Detail  string     `json:"detail"`
	Outcome string     `json:"outcome"` // empty: the process ended before it was known
	Ended   *time.Time `json:"ended"`
}

func (a *app) auditCommand() *cobra.Command {
	var action string
	var before int64
	var limit int
	c := &cobra.Command{Use: "audit", Short: "Who did what to tokens and asked Cypher of their own, newest first",
		Long:    "Audit lists what was set out to do and what became of it: tokens made and revoked, and Cypher that people sent, without its literals. An entry without an\noutcome is one whose process ended before it was known.",
		Example: "  crosswalk audit --action cypher --limit 20", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if limit < 1 {
				return usagef("--limit is %d; it must be at least 1", limit)
			}
			return a.withState(cmd.Context(), func(ctx context.Context, s *state.Store) error {
				entries, err := s.Audit(ctx, action, before, limit)
				if err != nil {
					return err
				}
				out := []listedEntry{}
				t := export.Table{Columns: []string{"id", "time", "subject", "name", "action", "about", "detail", "outcome"}}
				for _, e := range entries {
					out = append(out, listedEntry{e.ID, e.Time, e.Subject, e.Name, e.Action, e.About, e.Detail, e.Outcome, instant(e.Ended)})
					t.Add(int(e.ID), e.Time.Format(time.RFC3339), e.Subject, e.Name, e.Action, e.About, e.Detail, e.Outcome)
				}
				return a.write(out, t)
			})
		}}
	c.Flags().StringVar(&action, "action", "", "only this: token.create, token.revoke, cypher")
	c.Flags().Int64Var(&before, "before", 0, "only entries before the one of this id")
	c.Flags().IntVar(&limit, "limit", 50, "most entries")
	return c
}
