package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/graph"
)

// usageError is a mistake in how a command was called.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

// usagef is an error of usage.
func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// report writes an error for people and gives the exit code. What an answer refuses as invalid is a flag's or argument's
// value, and so a mistake of usage; what the data commands refuse as invalid is a file.
func (a *app) report(ctx context.Context, cmd *cobra.Command, err error) int {
	if err == nil {
		return exitOK
	}
	if errors.Is(err, context.Canceled) && ctx.Err() != nil {
		fmt.Fprintln(a.stderr, "crosswalk: interrupted")
		return exitFailed
	}
	fmt.Fprintf(a.stderr, "crosswalk: %s\n", graph.Message(err))
	var usage usageError
	if errors.As(err, &usage) || !a.ran || cmd.GroupID == "answer" && errors.Is(err, graph.ErrInvalid) {
		fmt.Fprintf(a.stderr, "See %s --help.\n", cmd.CommandPath())
		return exitUsage
	}
	return exitFailed
}

// flagError names the flag that was probably meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return usageError{err}
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	slices.Sort(known)
	return usagef("%w%s", err, meant("--", graph.Nearest(unknown.GetSpecifiedName(), known)))
}

// meant asks whether near, where there is one, was meant.
func meant(prefix, near string) string {
	if near == "" {
		return ""
	}
	return "; did you mean " + prefix + near + "?"
}

// oneOf checks a flag's value.
func oneOf(flag, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return usagef("--%s is %q; it must be %s or %s", flag, value, strings.Join(allowed[:len(allowed)-1], ", "), allowed[len(allowed)-1])
}

// explain adds to an error of a store what its user can do about it.
func (a *app) explain(err error) error {
	switch {
	case err == nil || !errors.Is(err, graph.ErrUnavailable):
		return err
	case a.config.Store == config.Neo4jServer:
		return fmt.Errorf("%w\nIs Neo4j running at %s? A private one starts with: crosswalk neo4j start", err, a.config.Neo4j.URI)
	}
	return fmt.Errorf("%w\nThe data folder is %s; choose another with --data-dir", err, a.config.DataDir)
}
