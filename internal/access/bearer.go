package access

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

// ErrUnknown: what somebody shows is no token, or one that was revoked or has expired.
var ErrUnknown = errors.New("the token is not known, was revoked, or has expired")

// Tokens knows tokens by their secrets. Errors wrap ErrUnknown.
type Tokens interface {
	Principal(ctx context.Context, secret string) (p Principal, until time.Time, err error)
}

// Gate tells who a request is from.
type Gate struct {
	tokens    Tokens
	anonymous Role // of those who say nothing
	now       func() time.Time

	mu   sync.Mutex
	seen map[[sha256.Size]byte]known
}

// known is a token that was looked up a short while ago.
type known struct {
	p           Principal
	until, read time.Time
}

// A token that was looked up is taken for good for a while: so long a revocation may take to be heard. Few are kept.
const (
	rememberFor = 5 * time.Second
	mostSeen    = 1024
)

// NewGate makes a gate; tokens may be nil where there are none.
func NewGate(tokens Tokens, anonymous Role, now func() time.Time) *Gate {
	return &Gate{tokens: tokens, anonymous: anonymous, now: now, seen: map[[sha256.Size]byte]known{}}
}

// Principal reads an Authorization header. No header is one who says nothing. Errors wrap ErrUnknown for what is no good token, else
// say that tokens cannot be looked up.
func (g *Gate) Principal(r *http.Request) (Principal, error) {
	if len(r.Header.Values("Authorization")) == 0 {
		return Principal{Role: g.anonymous}, nil
	}
	secret, ok := secretOf(r)
	if !ok || g.tokens == nil {
		return Principal{}, fmt.Errorf("the Authorization header is not Bearer and a token: %w", ErrUnknown)
	}
	now, key := g.now(), sha256.Sum256([]byte(secret))
	if k, ok := g.remembered(key, now); ok {
		return k.p, nil
	}
	p, until, err := g.tokens.Principal(r.Context(), secret)
	if err != nil {
		return Principal{}, err
	}
	g.remember(key, known{p, until, now})
	return p, nil
}

// Remembers reports whether a request shows a token that was good a moment ago, which costs nothing to see again.
func (g *Gate) Remembers(r *http.Request) bool {
	secret, ok := secretOf(r)
	if ok {
		_, ok = g.remembered(sha256.Sum256([]byte(secret)), g.now())
	}
	return ok
}

// longestSecret bounds what is looked at, for tokens that others make too.
const longestSecret = 8192

// secretOf is the secret in an Authorization header, if the header is one of a bearer.
func secretOf(r *http.Request) (string, bool) {
	values := r.Header.Values("Authorization")
	if len(values) != 1 {
		return "", false
	}
	scheme, secret, _ := strings.Cut(values[0], " ")
	secret = strings.TrimSpace(secret)
	return secret, strings.EqualFold(scheme, "Bearer") && secret != "" && len(secret) <= longestSecret
}

func (g *Gate) remembered(secret [sha256.Size]byte, now time.Time) (known, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	k, ok := g.seen[secret]
	if !ok || now.Sub(k.read) > rememberFor || now.Before(k.read) || !k.until.IsZero() && !now.Before(k.until) {
		delete(g.seen, secret)
		return known{}, false
	}
	return k, true
}

func (g *Gate) remember(secret [sha256.Size]byte, k known) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.seen) >= mostSeen {
		clear(g.seen)
	}
	g.seen[secret] = k
}
