package cli

import (
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
)

// healthCommand asks a running service whether it is ready: what a container's health check calls.
func (a *app) healthCommand() *cobra.Command {
	return &cobra.Command{Use: "health", Short: "Ask the service at the configured address whether it is ready", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			address := reachable(a.config.Address)
			req, err := http.NewRequestWithContext(cmd.Context(), http.MethodGet, "http://"+address+"/readyz", nil)
			if err != nil {
				return err
			}
			resp, err := (&http.Client{Timeout: 5 * time.Second}).Do(req)
			if err != nil {
				return fmt.Errorf("no service answers at %s: %w", address, err)
			}
			defer resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				return fmt.Errorf("the service at %s is not ready: %s", address, resp.Status)
			}
			fmt.Fprintln(a.stdout, "ready")
			return nil
		}}
}

// reachable is where a service that listens on the address can be asked from the same machine.
func reachable(address string) string {
	host, port, err := net.SplitHostPort(address)
	if ip := net.ParseIP(host); err == nil && (host == "" || ip != nil && ip.IsUnspecified()) {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return address
}
