package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

func (a *app) neo4jCommand() *cobra.Command {
	c := &cobra.Command{Use: "neo4j", Short: "A private Neo4j for machines without one", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	var serve bool
	var o localneo4j.Options
	start := &cobra.Command{Use: "start", Short: "Start a private Neo4j and keep it until Ctrl-C",
		Long: "Start fetches Neo4j on first use (Java 17 and Maven are needed), starts it on 127.0.0.1 and keeps it until Ctrl-C. Its data stays in the data folder.\nWith --serve the service answers from it.",
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.startNeo4j(cmd.Context(), o, serve) }}
	start.Flags().BoolVar(&serve, "serve", false, "serve from it, too")
	start.Flags().IntVar(&o.BoltPort, "bolt-port", 0, "port for Bolt (default: a free one)")
	start.Flags().IntVar(&o.HTTPPort, "http-port", 0, "port for Neo4j's own HTTP (default: a free one)")
	c.AddCommand(start)
	return c
}

// startNeo4j runs a private Neo4j until ctx ends or the server does.
func (a *app) startNeo4j(ctx context.Context, o localneo4j.Options, serve bool) error {
	o.Dir, o.Log = filepath.Join(a.config.DataDir, "neo4j"), a.stderr
	s, err := localneo4j.Start(ctx, o)
	if err != nil {
		return fmt.Errorf("start Neo4j: %w", err)
	}
	defer func() { _ = s.Stop() }() // a server that ended by itself is told below
	if serve {
		a.config.Store = config.Neo4jServer
		a.config.Neo4j.URI, a.config.Neo4j.Username, a.config.Neo4j.Password = s.URI, s.Username, config.NewSecret(s.Password)
		err := a.serve(ctx)
		if closeErr := a.close(); err == nil {
			err = closeErr
		}
		a.open = nil
		return err
	}
	fmt.Fprintf(a.stderr, "Neo4j answers. In another terminal:\n")
	fmt.Fprintf(a.stdout, "export CROSSWALK_STORE=neo4j CROSSWALK_NEO4J_URI=%s CROSSWALK_NEO4J_USERNAME=%s CROSSWALK_NEO4J_PASSWORD=%s\n", s.URI, s.Username, s.Password)
	fmt.Fprintf(a.stderr, "Neo4j Browser: %s (stop with Ctrl-C)\n", s.HTTP)
	select {
	case <-ctx.Done():
		return nil
	case <-s.Done():
		return fmt.Errorf("the server ended by itself; its log is %s", s.Log())
	}
}
