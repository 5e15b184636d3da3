package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// groupOf is a command that only holds others: alone, it names them.
func groupOf(use, short string, within ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, Args: noArgs, RunE: func(c *cobra.Command, _ []string) error {
		var known []string
		for _, s := range c.Commands() {
			known = append(known, "\n  "+c.Root().Name()+" "+called(c)+" "+s.Use+"   "+s.Short)
		}
		return usagef("%s alone does nothing; it has%s", called(c), strings.Join(known, ""))
	}}
	c.AddCommand(within...)
	return c
}
