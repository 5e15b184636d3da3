package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// shortGlobals are the flags of the whole program that a command's help shows; crosswalk --help has all.
var shortGlobals = []string{"output", "config", "store", "data-dir"}

func init() { // once: cobra keeps one table of them for the whole process
	cobra.AddTemplateFunc("shortGlobals", func(c *cobra.Command) string {
		short := pflag.NewFlagSet("", pflag.ContinueOnError)
		for _, name := range shortGlobals {
			if f := c.InheritedFlags().Lookup(name); f != nil {
				short.AddFlag(f)
			}
		}
		return strings.TrimRight(short.FlagUsages(), "\n") + "\n  and every key of the configuration: crosswalk --help"
	})
}

// helpTemplate is cobra's own, but for the flags of the whole program, of which a command shows the few that people set there.
func helpTemplate(root *cobra.Command) string {
	return strings.Replace(root.UsageTemplate(), "{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}", "{{shortGlobals .}}", 1)
}
