// Package api answers over HTTP under /api/v1: JSON, and CSV for every list, problem+json for errors, ETags, an OpenAPI
// document generated from the handlers. It is the only importer of Gin.
package api

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"

	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/internal/flight"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// prefix is where every route but the operational ones and the page stands.
const prefix = "/api/v1"

// Options are for New.
type Options struct {
	Service    *service.Service
	Log        *slog.Logger
	Version    string        // of the program
	Timeout    time.Duration // of one request
	CacheBytes int64         // of encoded answers
	Page       http.Handler  // serves / and what no route of ours does; may be nil
	Now        func() time.Time
	Cypher     Cypher       // nil: the store understands none
	Gate       *access.Gate // who asks; nil: everybody is a reader
	Audit      Audit        // what is noted; nil: nothing
	Rate       int          // requests a second of one client; 0: any number
}

// API is the HTTP face of one service.
type API struct {
	svc     *service.Service
	log     *slog.Logger
	huma    huma.API
	cache   *cache
	flights flight.Group // many waiters, one computation
	now     func() time.Time
	cypher  Cypher
	audit   Audit
	csv     map[string][]string // columns of the CSV of each list, by path, for the OpenAPI document
}

// New builds the handler of all routes.
func New(o Options) (http.Handler, error) {
	a := &API{svc: o.Service, log: o.Log, now: o.Now, cypher: o.Cypher, audit: o.Audit, cache: newCache(o.CacheBytes), csv: map[string][]string{}}
	if a.log == nil {
		a.log = slog.New(slog.DiscardHandler)
	}
	if a.now == nil {
		a.now = time.Now
	}
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.RedirectTrailingSlash = false
	engine.HandleMethodNotAllowed = true
	if err := engine.SetTrustedProxies(nil); err != nil {
		return nil, fmt.Errorf("set up the router: %w", err)
	}
	engine.Use(a.recovered)
	engine.NoRoute(a.noRoute(o.Page))
	engine.NoMethod(a.noMethod)
	frameworkDefaults()
	a.huma = humagin.New(engine, humaConfig(o.Version))
	a.huma.UseMiddleware(a.onlyOnce)
	registerShapes(a.huma.OpenAPI().Components.Schemas)
	a.routes()
	a.cypherRoutes(engine)
	a.describe()
	a.operations(engine)
	compress, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.SuffixETag(zipped))
	if err != nil {
		return nil, fmt.Errorf("set up compression: %w", err)
	}
	var h http.Handler = withForms(withQuery(engine))
	h = compress(h)
	if o.Timeout > 0 {
		h = withTimeout(h, o.Timeout)
	}
	if o.Rate > 0 {
		h = a.withLimit(h, newLimiter(o.Rate, a.now))
	}
	h = a.withPrincipal(h, o.Gate)
	return withRequest(h, a.log), nil
}

// frameworkDefaults sets, once a process, what the framework keeps in package variables: errors in our shape, and lists that
// are never null.
var frameworkDefaults = sync.OnceFunc(func() {
	huma.DefaultArrayNullable = false
	huma.NewError = newProblem
	huma.NewErrorWithContext = func(ctx huma.Context, status int, message string, errs ...error) huma.StatusError {
		u := ctx.URL()
		values := u.Query()
		for _, e := range errs {
			if d := (*huma.ErrorDetail)(nil); errors.As(e, &d) {
				unknownParameter(ctx.Operation(), values, d)
			}
		}
		p := newProblem(status, message, errs...).(*Problem)
		p.RequestID = requestID(ctx.Context())
		return p
	}
})

// about is the first that a reader of the OpenAPI document meets.
const about = "What links the working groups of a partnership, and which collaboration is missing; every fact with its place in the source. " +
	"Every address but /cypher answers GET, HEAD and OPTIONS; every list answers CSV at the same address with .csv at its end. A list comes in pages: follow links.next, or give meta.next as cursor beside the same filters. " +
	"An answer has an ETag and names its release, by which it can be asked for again. A parameter that is empty counts as left out; one that is unknown, or given twice, is refused. Errors are problem+json (RFC 9457) with a stable code. " +
	"Scores are numbers without a unit in [0,1), rounded to twelve places; dates are ISO 8601 and may be a year or a month; what is absent is null or left out, never zero."

// humaConfig leaves out what the framework would add of itself: schema links (they put the request's host into bodies), its
// docs page (it loads from another host), and other formats.
func humaConfig(version string) huma.Config {
	c := huma.DefaultConfig("Crosswalk", version)
	c.CreateHooks = nil
	c.DocsPath, c.SchemasPath, c.OpenAPIPath = "", "", ""
	c.RejectUnknownQueryParameters = true
	c.Info.Description = about
	c.Info.License = &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}
	return c
}

// recovered answers for a handler that panicked. An answer that was begun and cannot be finished goes on to the server, which breaks the
// connection off; the router's own recovery would end it as if it were whole.
func (a *API) recovered(c *gin.Context) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case error:
			if errors.Is(v, http.ErrAbortHandler) {
				panic(v)
			}
			a.refuse(c, problemOf(fmt.Errorf("panic: %w\n%s", v, debug.Stack())))
		default:
			a.refuse(c, problemOf(fmt.Errorf("panic: %v\n%s", v, debug.Stack())))
		}
	}()
	c.Next()
}

// refuse writes a problem outside the framework's own handlers.
func (a *API) refuse(c *gin.Context, p *Problem) {
	ctx := c.Request.Context()
	p.RequestID = requestID(ctx)
	if p.cause != nil && p.Status >= 500 {
		a.log.ErrorContext(ctx, "request failed", "id", p.RequestID, "cause", p.cause)
	}
	if p.Status == http.StatusServiceUnavailable || p.Status == http.StatusTooManyRequests {
		c.Header("Retry-After", "5")
	}
	b := encode(p)
	c.Data(p.Status, "application/problem+json", b)
	c.Abort()
}
