package cli

import "github.com/spf13/cobra"

// The number of arguments that a command takes; another one is an error of usage.
func noArgs(c *cobra.Command, args []string) error { return usage(cobra.NoArgs(c, args)) }
func exactArgs(n int) cobra.PositionalArgs         { return wrapped(cobra.ExactArgs(n)) }
func minArgs(n int) cobra.PositionalArgs           { return wrapped(cobra.MinimumNArgs(n)) }
func maxArgs(n int) cobra.PositionalArgs           { return wrapped(cobra.MaximumNArgs(n)) }
func wrapped(p cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error { return usage(p(c, args)) }
}

func usage(err error) error {
	if err == nil {
		return nil
	}
	return usageError{err}
}
