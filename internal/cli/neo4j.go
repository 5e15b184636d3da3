package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

func (a *app) neo4jCommand() *cobra.Command {
	return groupOf("neo4j", "A private Neo4j for machines without one", a.neo4jStartCommand())
}

func (a *app) neo4jStartCommand() *cobra.Command {
	var serve bool
	var o localneo4j.Options
	c := &cobra.Command{Use: "start", Short: "Start a private Neo4j and keep it until Ctrl-C",
		Example: "  crosswalk neo4j start --serve",
		Long:    "Start fetches Neo4j on first use (Java 17 and Maven are needed), starts it on 127.0.0.1, says how to connect, and keeps it until Ctrl-C. Its data\nstays in the data folder. With --serve the service answers from it.",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for flag, port := range map[string]int{"bolt-port": o.BoltPort, "http-port": o.HTTPPort} {
				if port < 0 || port > 65535 {
					return usagef("--%s is %d; a port lies in 1 to 65535 (0: a free one)", flag, port)
				}
			}
			if o.BoltPort != 0 && o.BoltPort == o.HTTPPort {
				return usagef("--bolt-port and --http-port are both %d; they must differ", o.BoltPort)
			}
			return a.startNeo4j(cmd.Context(), o, serve)
		}}
	c.Flags().BoolVar(&serve, "serve", false, "serve from it, too")
	c.Flags().IntVar(&o.BoltPort, "bolt-port", 0, "port for Bolt (default: a free one)")
	c.Flags().IntVar(&o.HTTPPort, "http-port", 0, "port for Neo4j's own HTTP (default: a free one)")
	return c
}

// startNeo4j runs a private Neo4j until ctx ends or the server does.
func (a *app) startNeo4j(ctx context.Context, o localneo4j.Options, serve bool) error {
	o.Dir, o.Log = filepath.Join(a.config.DataDir, "neo4j"), a.stderr
	done := a.progress(0, "starting a private Neo4j "+localneo4j.Version+" in "+o.Dir)
	s, err := localneo4j.Start(ctx, o)
	done()
	if err != nil {
		return startedAlready(o.Dir, err)
	}
	defer func() { _ = s.Stop() }() // a server that ended by itself is told below
	a.tellConnection(s, serve)
	if serve {
		return a.serveFrom(ctx, s)
	}
	select {
	case <-ctx.Done():
		return nil
	case <-s.Done():
		return fmt.Errorf("%s; start it again: %s", ended(s), a.again("neo4j start"))
	}
}

// serveFrom answers from a private Neo4j until ctx ends. When the server ends before, people are told; answers go on from the last snapshot.
func (a *app) serveFrom(ctx context.Context, s *localneo4j.Server) error {
	again := a.again("neo4j start --serve")
	a.config.Store = config.Neo4jServer
	a.config.Neo4j.URI, a.config.Neo4j.Username, a.config.Neo4j.Password = s.URI, s.Username, config.NewSecret(s.Password)
	a.reach = reachText(s.URI, s.Username, s.PasswordFile())
	served := make(chan struct{})
	var telling sync.WaitGroup
	telling.Go(func() {
		select {
		case <-served:
		case <-s.Done():
			fmt.Fprintf(a.stderr, "%s; answers go on from what was read last. Stop this with Ctrl-C and start it again: %s\n", ended(s), again)
		}
	})
	err := a.serve(ctx)
	close(served)
	telling.Wait()
	if closeErr := a.close(); err == nil {
		err = closeErr
	}
	a.open = nil
	return err
}

// ended says that a server ended by itself.
func ended(s *localneo4j.Server) string {
	return fmt.Sprintf("the private Neo4j (process %d) ended by itself; its log is %s", s.PID, s.Log())
}

// reachText are the flags that reach a server.
func reachText(uri, username, passwordFile string) string {
	return fmt.Sprintf(" --store neo4j --neo4j-uri %s --neo4j-username %s --neo4j-password-file %s", uri, username, quoted(passwordFile))
}

// startedAlready says how to use the server that another process runs on the folder.
func startedAlready(dir string, err error) error {
	at, running := localneo4j.Running(dir)
	if !errors.Is(err, localneo4j.ErrRunning) || !running {
		return err
	}
	return fmt.Errorf("%w\nUse it with:\n %s\nor start another one with --data-dir DIR", err, reachText(at.URI, at.Username, localneo4j.PasswordFile(dir)))
}

// exportLine sets the variables by which commands in another terminal reach a server.
func exportLine(at localneo4j.Address) string {
	return fmt.Sprintf("export CROSSWALK_STORE=neo4j CROSSWALK_NEO4J_URI=%s CROSSWALK_NEO4J_USERNAME=%s CROSSWALK_NEO4J_PASSWORD=%s", at.URI, at.Username, at.Password)
}

// tellConnection says how people connect to a server with a client of their own, and other commands with ours.
func (a *app) tellConnection(s *localneo4j.Server, serve bool) {
	fmt.Fprintf(a.stderr, `Neo4j answers (stop with Ctrl-C). To connect with a client of yours:
  address   %s
  user      %s
  password  the text of %s
  database  %s
  browser   %s
  HTTP      POST %s/db/%s/tx/commit
`, s.URI, s.Username, s.PasswordFile(), localneo4j.Database, s.HTTP, s.HTTP, localneo4j.Database)
	if serve {
		return
	}
	fmt.Fprintln(a.stderr, "For crosswalk in another terminal:")
	fmt.Fprintln(a.stdout, exportLine(s.Address))
}
