package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/internal/flight"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// Common are the parameters of every answer from a snapshot.
type Common struct {
	Release     string `query:"release" doc:"Answer again from this release: its 16 hex digits or its number. Default: the newest." maxLength:"64"`
	Today       string `query:"today" doc:"Date that due dates are judged against, YYYY-MM-DD. Default: today in UTC." pattern:"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"`
	BOM         bool   `query:"bom" doc:"Begin CSV with a byte order mark, for Excel."`
	IfNoneMatch string `header:"If-None-Match" doc:"ETag of an answer that the client has."`
}

func (c *Common) base() *Common { return c }

// input is a request's parameters.
type input interface{ base() *Common }

// output is an encoded answer. Stale stands only while the store cannot be asked: seconds since it last could.
type output struct {
	Status       int
	ContentType  string `header:"Content-Type"`
	ETag         string `header:"ETag"`
	Release      string `header:"Crosswalk-Release"`
	Stale        string `header:"Crosswalk-Stale"`
	CacheControl string `header:"Cache-Control"`
	Vary         string `header:"Vary"`
	Location     string `header:"Location"`
	Length       string `header:"Content-Length"`
	Body         []byte
}

// query is what an answer is computed from. Its context lasts as long as anybody waits for the answer.
type query struct {
	ctx   context.Context
	svc   service.Asking
	snap  *graph.Snapshot
	today string
	list  string // which list with which filters, for cursors; see listKey
}

// redirect is an error that means: the thing is known under another id now.
type redirect struct{ to string }

func (r redirect) Error() string { return "moved to " + r.to }

// get registers GET path. answer computes the body, whose type stands in the OpenAPI document; table, where not nil, lays it
// out for path.csv.
func get[I any, P interface {
	*I
	input
}, T any](a *API, id, path, summary string, answer func(q *query, in P) (T, error), table func(T) export.Table) {
	op := huma.Operation{OperationID: id, Method: http.MethodGet, Path: prefix + path, Summary: summary, Tags: []string{strings.Split(strings.TrimPrefix(path, "/"), "/")[0]}}
	var columns []string
	if table != nil {
		var none T
		columns = table(none).Columns
	}
	a.document(&op, reflect.TypeFor[T](), columns)
	huma.Register(a.huma, op, func(ctx context.Context, in *I) (*output, error) {
		out, err := respond(a, ctx, id, P(in), answer, table)
		if err != nil {
			return nil, a.report(ctx, err)
		}
		return out, nil
	})
}

// respond answers from the cache, as 304, or by computing.
func respond[P input, T any](a *API, ctx context.Context, id string, in P, answer func(*query, P) (T, error), table func(T) export.Table) (*output, error) {
	c := in.base()
	snap, err := a.svc.Snapshot(ctx, c.Release)
	if err != nil {
		return nil, err
	}
	asCSV := wantsCSV(ctx)
	if asCSV && table == nil {
		return nil, fmt.Errorf("this is no list and has no CSV; leave .csv out: %w", graph.ErrNotFound)
	}
	q := &query{snap: snap, today: c.Today, list: listKey(id, in)}
	if q.today == "" {
		q.today = a.now().UTC().Format(time.DateOnly)
	} else if t, err := time.Parse(time.DateOnly, q.today); err != nil || t.Year() < 1900 || t.Year() > 2200 {
		return nil, fmt.Errorf("today is %q; it must be a day of the calendar, YYYY-MM-DD, of 1900 to 2200: %w", q.today, graph.ErrInvalid)
	}
	key := answerKey(snap, id, target(ctx), q.today, beside(in, snap))
	rel := snap.Release()
	out := &output{Status: http.StatusOK, ContentType: "application/json; charset=utf-8", ETag: `"` + key[:32] + `"`, CacheControl: "no-cache", Vary: "Accept, Accept-Language, Accept-Encoding",
		Release: fmt.Sprintf("%s; number=%d; time=%s", rel.ID(), rel.Number, rel.Time.UTC().Format(time.RFC3339))}
	if h := a.svc.Health(); h.Cause != nil {
		out.Stale = fmt.Sprintf("age=%d", int(h.Age.Seconds()))
	}
	if asCSV {
		out.ContentType = "text/csv; charset=utf-8"
	}
	if t := matches(c.IfNoneMatch, out.ETag); t != "" {
		out.Status, out.ContentType, out.ETag = http.StatusNotModified, "", t
		return out, nil
	}
	out.Body, err = a.body(ctx, key, func(own context.Context) ([]byte, error) {
		q.ctx, q.svc = own, a.svc.For(own)
		v, err := answer(q, in)
		if err != nil || !asCSV {
			return encode(v), err
		}
		var b bytes.Buffer
		err = table(v).WriteCSV(&b, c.BOM)
		return b.Bytes(), err
	})
	if r := (redirect{}); errors.As(err, &r) {
		return &output{Status: http.StatusTemporaryRedirect, Location: r.to, CacheControl: "no-cache"}, nil
	}
	out.Length = strconv.Itoa(len(out.Body))
	return out, err
}

// body takes an encoded answer from the cache or computes it once for all that wait, each as long as its own context lasts.
func (a *API) body(ctx context.Context, key string, compute func(context.Context) ([]byte, error)) ([]byte, error) {
	if b, ok := a.cache.get(key); ok {
		return b, nil
	}
	return flight.Do(ctx, &a.flights, key, func(own context.Context) ([]byte, error) {
		if b, ok := a.cache.get(key); ok { // the flight before this one ended between the look and the wait
			return b, nil
		}
		b, err := compute(own)
		if err == nil {
			a.cache.put(key, b)
		}
		return b, err
	})
}

// encode is v as compact JSON with a newline; what cannot be encoded is a programming error.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(fmt.Sprintf("api: an answer cannot be encoded: %v", err))
	}
	return b.Bytes()
}

// report logs what failed on our side and gives the client a problem.
func (a *API) report(ctx context.Context, err error) error {
	p := problemOf(err)
	p.RequestID = requestID(ctx)
	if p.Status >= 500 {
		a.log.ErrorContext(ctx, "request failed", "id", p.RequestID, "path", target(ctx), "cause", p.cause)
	}
	if p.Status == http.StatusServiceUnavailable {
		return huma.ErrorWithHeaders(p, http.Header{"Retry-After": {"5"}})
	}
	return p
}
