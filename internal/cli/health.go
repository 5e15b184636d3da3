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
			_, port, err := net.SplitHostPort(a.config.Address)
			if err != nil {
				return usagef("address is %q; it must be host:port", a.config.Address)
			}
			req, err := http.NewRequestWithContext(cmd.Context(), http.MethodGet, "http://"+net.JoinHostPort("127.0.0.1", port)+"/readyz", nil)
			if err != nil {
				return err
			}
			resp, err := (&http.Client{Timeout: 5 * time.Second}).Do(req)
			if err != nil {
				return fmt.Errorf("the service does not answer: %w", err)
			}
			defer resp.Body.Close()
			if resp.StatusCode != http.StatusOK {
				return fmt.Errorf("the service is not ready: %s", resp.Status)
			}
			fmt.Fprintln(a.stdout, "ready")
			return nil
		}}
}
