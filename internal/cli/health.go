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

	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// healthCommand asks a running service whether it is ready: what a container's health check calls.
func (a *app) healthCommand() *cobra.Command {
	return &cobra.Command{Use: "health", Short: "Ask the service at the configured address whether it is ready",
		Example: "  crosswalk health --address 127.0.0.1:8080", Args: noArgs,
		Long: "Health asks the service that listens at --address (the key address), and exits 0 only when it answers: for containers and scripts. One that answers\nfrom what it read last, since its store cannot be asked, is ready but stale, and says so.",
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
			said, ours := readinessOf(resp)
			if resp.StatusCode != http.StatusOK || !ours {
				return fmt.Errorf("the service at %s is not ready: %s%s", address, resp.Status, reasonOf(said, ours))
			}
			return a.show(said, func() error { return a.printReadiness(said) }, said.table())
		}}
}

// readinessOf reads what a service says of itself; a program that says nothing of the kind is another one.
func readinessOf(resp *http.Response) (said readiness, ours bool) {
	b, err := io.ReadAll(io.LimitReader(resp.Body, 1<<16))
	return said, err == nil && json.Unmarshal(b, &said) == nil && said.Status != ""
}

// readiness is what a service says of itself at /readyz.
type readiness api.Readiness

func (r readiness) table() export.Table {
	t := export.Table{Columns: []string{"status", "release", "number", "reports", "age_seconds", "reason"}}
	t.Add(r.Status, r.Release, r.Number, r.Reports, r.Age, r.Reason)
	return t
}

// printReadiness says in a line that the service answers, and what its user must know beside.
func (a *app) printReadiness(r readiness) error {
	text := "ready"
	switch {
	case r.Status != "ready":
		text += fmt.Sprintf(", but %s: %s (last asked with success %v ago)", r.Status, r.Reason, time.Duration(r.Age*float64(time.Second)).Round(time.Second))
	case r.Reports == 0:
		text += ", but nothing is loaded"
	}
	_, err := fmt.Fprintln(a.stdout, text)
	return err
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

// reasonOf is why a service is not ready, as it says itself.
func reasonOf(said readiness, ours bool) string {
	switch {
	case !ours:
		return "; it does not answer as crosswalk serve does: is it another program?"
	case said.Reason == "":
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
