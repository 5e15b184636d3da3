package api

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"github.com/crosswalk-kg/crosswalk/internal/access"
)

// Audit notes what somebody sets out to do, before it is done, and then what became of it.
type Audit interface {
	Intend(ctx context.Context, by access.Principal, action, about, detail string) (end func(outcome string) error, err error)
}

// open are the addresses that answer whoever asks: health, and what programs must read to know how to ask.
var open = []string{"/livez", "/readyz", "/openapi.json", "/docs"}

func isOpen(path string) bool { return slices.Contains(open, strings.TrimPrefix(path, prefix)) }

// wrongTokens is how many wrong tokens a second one address may show before it is not heard for a while: each costs a look-up.
const wrongTokens = 10

// withPrincipal finds out who asks, and refuses those who may nothing and those whose token is no good.
func (a *API) withPrincipal(next http.Handler, gate *access.Gate) http.Handler {
	wrong := newLimiter(wrongTokens, a.now)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := access.Principal{Role: access.Reader}
		if gate != nil {
			from := addressOf(r)
			if r.Header.Get("Authorization") != "" && !wrong.may(from) && !gate.Remembers(r) {
				a.turnAwayFor(w, r, time.Second, "too many tokens that are no good came from this address")
				return
			}
			var err error
			if p, err = gate.Principal(r); err != nil {
				if errors.Is(err, access.ErrUnknown) {
					wrong.take(from)
				}
				a.turnAway(w, r, tokenProblem(err))
				return
			}
		}
		if p.Role < access.Reader && !isOpen(r.URL.Path) {
			a.turnAway(w, r, unauthenticated("this service answers only those who show a token: Authorization: Bearer TOKEN"))
			return
		}
		if p.Subject != "" {
			w.Header().Add("Vary", "Authorization")
		}
		next.ServeHTTP(w, r.WithContext(access.With(r.Context(), p)))
	})
}

// tokenProblem is the problem of a token that is no good, or cannot be looked up.
func tokenProblem(err error) *Problem {
	if errors.Is(err, access.ErrUnknown) {
		p := unauthenticated(err.Error())
		p.cause = err
		return p
	}
	return problemOf(err)
}

func unauthenticated(detail string) *Problem {
	return newProblem(http.StatusUnauthorized, detail).(*Problem)
}

// turnAway answers a problem before any route is looked for.
func (a *API) turnAway(w http.ResponseWriter, r *http.Request, p *Problem) {
	p.RequestID = requestID(r.Context())
	h := w.Header()
	switch p.Status {
	case http.StatusUnauthorized:
		challenge := `Bearer realm="crosswalk"`
		if p.cause != nil {
			challenge += `, error="invalid_token"`
		}
		h.Set("WWW-Authenticate", challenge)
	case http.StatusServiceUnavailable:
		h.Set("Retry-After", "5")
		a.log.ErrorContext(r.Context(), "request failed", "id", p.RequestID, "cause", p.cause)
	}
	h.Set("Content-Type", p.ContentType(""))
	w.WriteHeader(p.Status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(encode(p)) // the client may have left
	}
}

// require is a problem for one who may less than a role.
func require(ctx context.Context, role access.Role) error {
	switch p := access.From(ctx); {
	case p.Role >= role:
		return nil
	case p.Anonymous():
		return unauthenticated("this needs a token of role " + role.String() + " or above: Authorization: Bearer TOKEN; crosswalk token create --role " + role.String() + " makes one")
	default:
		return newProblem(http.StatusForbidden, "this needs role "+role.String()+" or above; the token's is "+p.Role.String())
	}
}

// refuseWho is refuse, with what a client must know that is asked for a token.
func (a *API) refuseWho(c *gin.Context, p *Problem) {
	if p.Status == http.StatusUnauthorized {
		c.Header("WWW-Authenticate", `Bearer realm="crosswalk"`)
	}
	a.refuse(c, p)
}

// noted notes what is set out to do; where that cannot be, it is not done.
func (a *API) noted(ctx context.Context, action, about, detail string) (end func(outcome string), err error) {
	if a.audit == nil {
		return func(string) {}, nil
	}
	note, err := a.audit.Intend(ctx, access.From(ctx), action, about, detail)
	if err != nil {
		return nil, err
	}
	return func(outcome string) {
		if err := note(outcome); err != nil {
			a.log.ErrorContext(ctx, "the audit log has no outcome", "id", requestID(ctx), "cause", err)
		}
	}, nil
}
