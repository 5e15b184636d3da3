package cli

import (
	"context"
	"fmt"
	"net"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/internal/state"
)

// onLoopback reports whether the service listens where only this machine reaches it.
func (a *app) onLoopback() bool {
	host, _, err := net.SplitHostPort(a.config.Address)
	ip := net.ParseIP(host)
	return err == nil && (host == "localhost" || ip != nil && ip.IsLoopback())
}

// anonymous is what those may who show no token.
func (a *app) anonymous() (access.Role, error) {
	if a.config.Auth.Anonymous != "" {
		return access.ParseRole(a.config.Auth.Anonymous)
	}
	if a.onLoopback() {
		return access.Reader, nil
	}
	return access.None, nil
}

// gate is who may ask. A service that nobody could ask is refused: it would be one that somebody forgot to set up.
func (a *app) gate(ctx context.Context, s *state.Store) (*access.Gate, error) {
	anonymous, err := a.anonymous()
	if err != nil {
		return nil, usageError{err}
	}
	if anonymous == access.None {
		tokens, err := s.Tokens(ctx)
		if err != nil {
			return nil, err
		}
		active := 0
		for _, t := range tokens {
			if t.State(time.Now()) == "active" {
				active++
			}
		}
		if active == 0 {
			return nil, fmt.Errorf("the service would listen on %s, where others reach it, and answer nobody: those who show no token may nothing there, and there is no token. "+
				"Make one: %s; or let all read: --auth-anonymous reader (CROSSWALK_AUTH_ANONYMOUS)", a.config.Address, a.again("token create --role reader"))
		}
	}
	return access.NewGate(s, anonymous, time.Now), nil
}
