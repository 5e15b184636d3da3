package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// called is a command's name without the program's.
func called(c *cobra.Command) string { return strings.TrimPrefix(c.CommandPath(), c.Root().Name()+" ") }

// noArgs, exactArgs and minArgs say how many arguments a command takes; another number is an error of usage that names them.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if c.HasSubCommands() {
		var known []string
		for _, s := range c.Commands() {
			known = append(known, s.Name())
		}
		return usagef("%s has no command %q; it has %s", called(c), args[0], strings.Join(known, ", "))
	}
	return usagef("%s takes no argument; %q was given", called(c), strings.Join(args, " "))
}

func exactArgs(n int) cobra.PositionalArgs { return argsBetween(n, n) }
func minArgs(n int) cobra.PositionalArgs   { return argsBetween(n, -1) }
func maxArgs(n int) cobra.PositionalArgs   { return argsBetween(0, n) }

// argsBetween allows low to high arguments; high -1 means any number.
func argsBetween(low, high int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) >= low && (high < 0 || len(args) <= high) {
			return nil
		}
		given := "none was given"
		if len(args) > 0 {
			given = strings.Join(args, " ") + " was given"
		}
		_, takes, _ := strings.Cut(c.Use, " ")
		return usagef("%s takes %s; %s", called(c), takes, given)
	}
}
