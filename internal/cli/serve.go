package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/ui"
)

func (a *app) runCommands() []*cobra.Command {
	return []*cobra.Command{a.serveCommand(), a.neo4jCommand(), a.healthCommand()}
}

func (a *app) serveCommand() *cobra.Command {
	return &cobra.Command{Use: "serve", Short: "Answer over HTTP, with a first page at /", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context()) }}
}

// serve answers until ctx ends, then stops accepting, lets running requests finish, and returns.
func (a *app) serve(ctx context.Context) error {
	svc, err := a.service(ctx)
	if err != nil {
		return err
	}
	if _, err := svc.Snapshot(ctx, ""); err != nil {
		return explain(a.config, err)
	}
	page, err := ui.New(ui.Options{Service: svc})
	if err != nil {
		return err
	}
	h, err := api.New(api.Options{Service: svc, Log: a.log, Version: version(), Timeout: a.config.HTTP.RequestTimeout, CacheBytes: a.config.HTTP.CacheBytes, Page: page})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", a.config.Address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("address %s is taken by another program; choose another with --address host:port", a.config.Address)
	case err != nil:
		return fmt.Errorf("listen on %s: %w", a.config.Address, err)
	}
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: a.config.HTTP.RequestTimeout + 30*time.Second, IdleTimeout: 2 * time.Minute}
	watch, stop := context.WithCancel(ctx)
	defer stop()
	go svc.Watch(watch, a.config.Releases.Poll)
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
