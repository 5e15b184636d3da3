package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/internal/state"
)

// byCommandLine is who works on the state from this machine: whoever may read its files.
var byCommandLine = access.Principal{Name: "command line", Role: access.Admin}

func (a *app) tokenCommand() *cobra.Command {
	return groupOf("token", "Tokens by which programs and people are known to the service", a.tokenCreateCommand(), a.tokenListCommand(), a.tokenRevokeCommand())
}

func (a *app) tokenCreateCommand() *cobra.Command {
	var role, name string
	var life time.Duration
	c := &cobra.Command{Use: "create", Short: "Make a token and write it, once, alone",
		Long:    "Create writes the token to the output and nothing else; nobody can read it again. Send it as: Authorization: Bearer TOKEN. Roles, each with what those before it\nmay: reader (answers and the catalogue), analyst (Cypher of their own), editor (loads, decisions), admin (tokens, the audit log).",
		Example: "  crosswalk token create --role analyst --expires 24h --name \"Ana's notebook\"", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := oneOf("role", role, access.RoleNames()[1:]...); err != nil {
				return err
			}
			if life < time.Second && life != 0 {
				return usagef("--expires is %v; it must be at least 1s, such as 24h, or 0 for never", life)
			}
			r, err := access.ParseRole(role)
			if err != nil {
				return usageError{err}
			}
			return a.withState(cmd.Context(), func(ctx context.Context, s *state.Store) error {
				end, err := s.Intend(ctx, byCommandLine, "token.create", "", fmt.Sprintf("role %s, expires %v, name %q", r, life, name))
				if err != nil {
					return err
				}
				secret, t, err := s.CreateToken(ctx, name, r, life)
				if noted := end(outcomeOf(err, "done: "+t.ID)); err == nil {
					err = noted
				}
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(a.stdout, secret)
				return err
			})
		}}
	c.Flags().StringVar(&role, "role", "reader", "reader, analyst, editor or admin")
	c.Flags().DurationVar(&life, "expires", 0, "how long it is good for, such as 24h; 0: until it is revoked")
	c.Flags().StringVar(&name, "name", "", "what it is for, to know it again")
	return c
}

// outcomeOf is what the audit log says became of something.
func outcomeOf(err error, done string) string {
	if err != nil {
		return err.Error()
	}
	return done
}

// listedToken is a token as JSON.
type listedToken struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Role    string     `json:"role"`
	State   string     `json:"state"`
	Created time.Time  `json:"created"`
	Expires *time.Time `json:"expires"` // null: never
	Used    *time.Time `json:"used"`    // null: never
}

func (a *app) tokenListCommand() *cobra.Command {
	return &cobra.Command{Use: "list", Short: "List tokens, without their secrets", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error {
		return a.withState(cmd.Context(), func(ctx context.Context, s *state.Store) error {
			ts, err := s.Tokens(ctx)
			if err != nil {
				return err
			}
			out := []listedToken{}
			t := export.Table{Columns: []string{"id", "role", "state", "created", "expires", "used", "name"}}
			for _, x := range ts {
				l := listedToken{x.ID, x.Name, x.Role.String(), x.State(time.Now()), x.Created, instant(x.Expires), instant(x.Used)}
				out = append(out, l)
				t.Add(l.ID, l.Role, l.State, l.Created.Format(time.RFC3339), instantText(l.Expires), instantText(l.Used), l.Name)
			}
			return a.write(out, t)
		})
	}}
}

func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func instantText(t *time.Time) string {
	if t == nil {
		return "never"
	}
	return t.Format(time.RFC3339)
}

func (a *app) tokenRevokeCommand() *cobra.Command {
	return &cobra.Command{Use: "revoke ID", Short: "End a token; running services hear of it within seconds", Args: exactArgs(1), RunE: func(cmd *cobra.Command, args []string) error {
		return a.withState(cmd.Context(), func(ctx context.Context, s *state.Store) error {
			end, err := s.Intend(ctx, byCommandLine, "token.revoke", args[0], "")
			if err != nil {
				return err
			}
			t, err := s.RevokeToken(ctx, args[0])
			if noted := end(outcomeOf(err, "done")); err == nil {
				err = noted
			}
			if err != nil {
				return err
			}
			fmt.Fprintf(a.stderr, "token %s (%s) is revoked\n", t.ID, t.Role)
			return nil
		})
	}}
}

// withState opens what people added, for as long as work takes.
func (a *app) withState(ctx context.Context, work func(context.Context, *state.Store) error) error {
	s, err := state.Open(ctx, a.config.DataDir, nil)
	if err != nil {
		return a.toldFolder(err)
	}
	err = work(ctx, s)
	if closed := s.Close(); err == nil {
		err = closed
	}
	return err
}

// toldFolder adds to an error of the data folder which it is, and how another is chosen.
func (a *app) toldFolder(err error) error {
	return fmt.Errorf("%w\nThe data folder is %s; choose another with --data-dir or CROSSWALK_DATA_DIR", err, a.config.DataDir)
}
