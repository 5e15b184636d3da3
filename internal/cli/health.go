package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// healthCommand asks a running service whether it is ready: what a container's health check calls.
func (a *app) healthCommand() *cobra.Command {
	return &cobra.Command{Use: "health", Short: "Ask the service at the configured address whether it is ready",
		Example: "  crosswalk health --address 127.0.0.1:8080", Args: noArgs,
		Long: "Health asks the service that listens at --address (the key address), and exits 0 only when it is ready: for containers and scripts.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			address := reachable(a.config.Address)
			req, err := http.NewRequestWithContext(cmd.Context(), http.MethodGet, "http://"+address+"/readyz", nil)
			if err != nil {
				return err
			}
			resp, err := (&http.Client{Timeout: 5 * time.Second}).Do(req)
			if err != nil {
				return fmt.Errorf("no service answers at %s: %w\nStart one (%s serve --address %s), or say where it is with --address or CROSSWALK_ADDRESS", address, whyNot(err), a.name, a.config.Address)
			}
			defer resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				return fmt.Errorf("the service at %s is not ready: %s%s", address, resp.Status, reasonOf(resp))
			}
			fmt.Fprintln(a.stdout, "ready")
			return nil
		}}
}

// whyNot is the core of why a request came to nothing.
func whyNot(err error) error {
	var timeout net.Error
	var code syscall.Errno
	switch {
	case errors.As(err, &code):
		return code
	case errors.As(err, &timeout) && timeout.Timeout():
		return errors.New("no answer within 5 seconds")
	}
	return err
}

// reasonOf is what a service says of itself that is not ready; a program that says nothing of the kind is another one.
func reasonOf(resp *http.Response) string {
	var said struct{ Status, Reason string }
	if b, err := io.ReadAll(io.LimitReader(resp.Body, 1<<16)); err != nil || json.Unmarshal(b, &said) != nil || said.Status == "" {
		return "; it does not answer as crosswalk serve does: is it another program?"
	}
	if said.Reason == "" {
		return ", " + said.Status
	}
	return ", " + said.Status + ": " + said.Reason
}

// reachable is where a service that listens on the address can be asked from the same machine.
func reachable(address string) string {
	host, port, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err == nil && (host == "" || ip != nil && ip.IsUnspecified()) {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return address
}
