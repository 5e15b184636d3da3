package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
	"github.com/crosswalk-kg/crosswalk/internal/service"
	"github.com/crosswalk-kg/crosswalk/internal/state"
	"github.com/crosswalk-kg/crosswalk/internal/ui"
)

func (a *app) serveCommand() *cobra.Command {
	return &cobra.Command{Use: "serve", Short: "Answer over HTTP, with a first page at /",
		Example: "  crosswalk serve --address 0.0.0.0:8080", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context()) }}
}

// serve answers until ctx ends, then stops accepting, lets running requests finish, and returns.
func (a *app) serve(ctx context.Context) error {
	added, err := state.Open(ctx, a.config.DataDir, nil)
	if err != nil {
		return a.toldFolder(err)
	}
	defer func() { _ = added.Close() }() // nothing is written any more
	gate, err := a.gate(ctx, added)
	if err != nil {
		return err
	}
	svc, err := a.service(ctx)
	if err != nil {
		return err
	}
	if err := a.firstSnapshot(ctx, svc); err != nil {
		return err
	}
	h, err := a.handler(svc, gate, added)
	if err != nil {
		return err
	}
	l, err := listen(a.config.Address)
	if err != nil {
		return err
	}
	var watching sync.WaitGroup
	watch, stop := context.WithCancel(ctx)
	watching.Go(func() { svc.Watch(watch, a.config.Releases.Poll) })
	defer watching.Wait() // the store is closed after this
	defer stop()
	srv := server(h, a.config.HTTP)
	fmt.Fprintf(a.stderr, "Crosswalk answers at http://%s (stop with Ctrl-C)\n", shown(l.Addr()))
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	fmt.Fprintln(a.stderr, "stopping …")
	end, cancel := context.WithTimeout(context.WithoutCancel(ctx), a.config.HTTP.ShutdownTimeout)
	defer cancel()
	if err := srv.Shutdown(end); err != nil {
		_ = srv.Close()
		return fmt.Errorf("some requests did not finish within %v: %w", a.config.HTTP.ShutdownTimeout, err)
	}
	return nil
}

// firstSnapshot reads the graph before the service listens, and says where there is nothing to answer from.
func (a *app) firstSnapshot(ctx context.Context, svc *service.Service) error {
	telling, done := a.telling(ctx, quiet, "reading the graph")
	snap, err := svc.Snapshot(telling, "")
	done()
	if err != nil {
		return a.explain(err)
	}
	if len(snap.Reports()) == 0 {
		fmt.Fprintf(a.stderr, "nothing is loaded yet. %s\n", a.howToLoad())
	}
	return nil
}

// handler is all that is answered over HTTP.
func (a *app) handler(svc *service.Service, gate *access.Gate, audit api.Audit) (http.Handler, error) {
	page, err := ui.New(ui.Options{Service: svc, Load: a.pageCommands()})
	if err != nil {
		return nil, err
	}
	o := api.Options{Service: svc, Log: a.log, Version: version(), Timeout: a.config.HTTP.RequestTimeout, CacheBytes: a.config.HTTP.CacheBytes, Page: page, Gate: gate, Audit: audit, Rate: a.config.HTTP.Rate}
	if s, ok := svc.Store().(*neo4jstore.Store); ok {
		o.Cypher = cypherOf(s, a.config.Cypher)
	}
	return api.New(o)
}

// pageCommands are the commands that the pages of an empty store tell: those that reach it, where only this machine can read them, as
// they name addresses and folders.
func (a *app) pageCommands() []ui.Command {
	if !a.onLoopback() {
		return nil
	}
	return []ui.Command{{What: "The packaged edition", Line: a.again("load --packaged " + editions.Names()[0])}, {What: "An edition of yours", Line: a.again("load FILE")}}
}

func server(h http.Handler, c config.HTTP) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: c.RequestTimeout + 30*time.Second, IdleTimeout: 2 * time.Minute}
}

func listen(address string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("address %s is taken by another program; choose another with --address host:port (of make run: make run ADDR=host:port)", address)
	case err != nil:
		return nil, fmt.Errorf("listen on %s: %w; choose another address with --address host:port (of make run: make run ADDR=host:port)", address, err)
	}
	return l, nil
}

// shown is an address as people type it.
func shown(addr net.Addr) string {
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return addr.String()
	}
	if ip := net.ParseIP(host); ip != nil && (ip.IsLoopback() || ip.IsUnspecified()) {
		host = "localhost"
	}
	return net.JoinHostPort(host, port)
}
