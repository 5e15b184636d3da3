package cli

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
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
	if errors.As(err, &usage) || !a.ran || (cmd.GroupID == "answer" || cmd.GroupID == "ask") && errors.Is(err, graph.ErrInvalid) {
		fmt.Fprintf(a.stderr, "See %s%s --help.\n", a.name, strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name()))
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
	if err == nil {
		return nil
	}
	settings := settingsIn(err.Error())
	switch {
	case errors.Is(err, neo4jstore.ErrWrittenByHand):
		return fmt.Errorf("%w\nWhat was written by hand is listed by: %s\nand taken back by: %s", err, a.again("repair --dry-run"), a.again("repair"))
	case errors.Is(err, graph.ErrNewer):
		return err
	case settings != "":
		return fmt.Errorf("%w%s", err, settings)
	case !errors.Is(err, graph.ErrUnavailable):
		return err
	case a.config.Store == config.Neo4jServer:
		return fmt.Errorf("%w\nIs Neo4j running at %s? Another address is set with --neo4j-uri or CROSSWALK_NEO4J_URI; a private one starts with: %s neo4j start", err, a.config.Neo4j.URI, a.name)
	}
	return fmt.Errorf("%w\nThe data folder is %s; choose another with --data-dir or CROSSWALK_DATA_DIR", err, a.config.DataDir)
}

// settingsIn says how the configuration keys that a message names are set.
func settingsIn(message string) string {
	out := ""
	for _, k := range config.Keys() {
		if section, _, within := strings.Cut(k, "."); !within || section != "neo4j" {
			continue // other keys are words of every message
		}
		if regexp.MustCompile(`\b` + regexp.QuoteMeta(k) + `\b`).MatchString(message) {
			out += fmt.Sprintf("\n%s is set with --%s or %s", k, config.FlagName(k), config.EnvName(k))
		}
	}
	return out
}
