package api

import (
	"fmt"
	"math"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/crosswalk-kg/crosswalk/internal/access"
)

// limiter bounds how many requests a second one client may send: one token, else one address. It forgets clients that said nothing for
// a while, and keeps a bounded number.
type limiter struct {
	rate  rate.Limit
	burst int
	now   func() time.Time

	mu      sync.Mutex
	clients map[string]*client
}

type client struct {
	bucket *rate.Limiter
	seen   time.Time
}

// mostClients is how many clients are told apart at once; when there are more, those that were seen least lately are forgotten.
const mostClients = 10_000

func newLimiter(perSecond int, now func() time.Time) *limiter {
	return &limiter{rate: rate.Limit(perSecond), burst: 2 * perSecond, now: now, clients: map[string]*client{}}
}

// take takes one request of a client: whether it may, and after how long it may if not.
func (l *limiter) take(key string) (ok bool, after time.Duration) {
	now := l.now()
	l.mu.Lock()
	defer l.mu.Unlock()
	c, known := l.clients[key]
	if !known {
		l.forget(now)
		c = &client{bucket: rate.NewLimiter(l.rate, l.burst)}
		l.clients[key] = c
	}
	c.seen = now
	r := c.bucket.ReserveN(now, 1)
	if after = r.DelayFrom(now); after > 0 {
		r.CancelAt(now)
		return false, after
	}
	return true, 0
}

// may reports whether a client could take one, and takes none.
func (l *limiter) may(key string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	c, known := l.clients[key]
	return !known || c.bucket.TokensAt(l.now()) >= 1
}

// forget makes room: a bucket that has had time to fill is as good as a new one; if none is, the half that was seen least lately goes.
func (l *limiter) forget(now time.Time) {
	if len(l.clients) < mostClients {
		return
	}
	full := time.Duration(float64(l.burst) / float64(l.rate) * float64(time.Second))
	for limit := full; len(l.clients) >= mostClients; limit /= 2 {
		for key, c := range l.clients {
			if now.Sub(c.seen) >= limit {
				delete(l.clients, key)
			}
		}
		if limit == 0 {
			return
		}
	}
}

// withLimit refuses what one client sends beyond its rate, before anything is computed for it.
func (a *API) withLimit(next http.Handler, l *limiter) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ok, after := l.take(clientOf(r))
		if ok {
			next.ServeHTTP(w, r)
			return
		}
		a.turnAwayFor(w, r, after, fmt.Sprintf("more than %v requests a second", l.rate))
	})
}

// turnAwayFor is turnAway of a client that may come again after a while.
func (a *API) turnAwayFor(w http.ResponseWriter, r *http.Request, after time.Duration, why string) {
	seconds := max(1, int(math.Ceil(after.Seconds())))
	w.Header().Set("Retry-After", strconv.Itoa(seconds))
	p := newProblem(http.StatusTooManyRequests, fmt.Sprintf("%s; try again after %d s", why, seconds)).(*Problem)
	p.Code = "too-many-requests"
	a.turnAway(w, r, p)
}

// clientOf tells clients apart: by their token, else by their address.
func clientOf(r *http.Request) string {
	if p := access.From(r.Context()); !p.Anonymous() {
		return p.Subject
	}
	return addressOf(r)
}

// addressOf is the address that a connection comes from. What a client says of its address is not heard.
func addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
