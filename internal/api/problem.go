package api

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Problem is an error as RFC 9457 problem+json, with a stable code, every broken rule, and the request's id. Causes go to
// the log, not to the client. However much a client sends, a problem stays short: see tellAll.
type Problem struct {
	Type      string              `json:"type" doc:"Always about:blank; code tells kinds apart."`
	Title     string              `json:"title"`
	Status    int                 `json:"status"`
	Code      string              `json:"code" doc:"Stable: invalid-request, invalid-cursor, not-found, gone, conflict, store-unavailable, timeout, internal, method-not-allowed, not-acceptable, too-large, unauthenticated, forbidden, too-many-requests, unsupported-media-type, busy, cypher-invalid, cypher-refused, cypher-needs-neo4j."`
	Detail    string              `json:"detail"`
	RequestID string              `json:"request_id"`
	Errors    []*huma.ErrorDetail `json:"errors,omitempty" doc:"Every broken rule, with the field that broke it, by field; of more than 50 the first, and how many more there are."`

	cause error
}

// Error is the detail.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is that of RFC 9457.
func (p *Problem) ContentType(string) string { return "application/problem+json" }

// statusLeft is that of an answer that nobody waits for any more. It has no number in RFC 9110; proxies and logs know this one.
const statusLeft = 499

// codes are the stable codes by status.
var codes = map[int]string{
	http.StatusBadRequest: "invalid-request", http.StatusUnprocessableEntity: "invalid-request", http.StatusNotFound: "not-found", http.StatusGone: "gone", http.StatusConflict: "conflict",
	http.StatusServiceUnavailable: "store-unavailable", http.StatusGatewayTimeout: "timeout", http.StatusMethodNotAllowed: "method-not-allowed", http.StatusNotAcceptable: "not-acceptable",
	http.StatusRequestEntityTooLarge: "too-large", http.StatusUnauthorized: "unauthenticated", http.StatusForbidden: "forbidden", http.StatusUnsupportedMediaType: "unsupported-media-type", http.StatusTooManyRequests: "busy",
	http.StatusNotImplemented: "cypher-needs-neo4j", statusLeft: "client-left",
}

// coded is an error whose problem has a code of its own, rather than its status's.
type coded struct {
	error
	code string
}

// Unwrap is the error itself.
func (c coded) Unwrap() error { return c.error }

// newProblem is the shape of every error that the framework makes itself; broken parameters are 400.
func newProblem(status int, message string, errs ...error) huma.StatusError {
	if status == http.StatusUnprocessableEntity {
		status = http.StatusBadRequest
	}
	p := &Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Code: codes[status], Detail: short(message)}
	if p.Code == "" {
		p.Code = "internal"
	}
	if status == statusLeft {
		p.Title = "Client Left"
	}
	var all []*huma.ErrorDetail
	for _, e := range errs {
		var d huma.ErrorDetailer
		if errors.As(e, &d) {
			all = append(all, d.ErrorDetail())
		} else if e != nil && status < 500 {
			all = append(all, &huma.ErrorDetail{Message: e.Error()})
		}
	}
	p.Errors = tellAll(all)
	return p
}

// problemOf translates an error of the layers below, once.
func problemOf(err error) *Problem {
	var p *Problem
	if errors.As(err, &p) {
		return p
	}
	status := http.StatusInternalServerError
	detail := graph.Message(err)
	switch {
	case errors.Is(err, graph.ErrNotFound):
		status = http.StatusNotFound
	case errors.Is(err, graph.ErrGone):
		status = http.StatusGone
	case errors.Is(err, graph.ErrInvalid):
		status = http.StatusBadRequest
	case errors.Is(err, graph.ErrConflict):
		status = http.StatusConflict
	case errors.Is(err, context.DeadlineExceeded):
		status, detail = http.StatusGatewayTimeout, "the answer took longer than the service allows"
	case errors.Is(err, context.Canceled):
		status, detail = statusLeft, "the client left before the answer was there"
	case errors.Is(err, graph.ErrUnavailable):
		status, detail = http.StatusServiceUnavailable, "the store cannot be reached; try again later"
	case errors.Is(err, graph.ErrSetting):
		status, detail = http.StatusServiceUnavailable, "the store does not accept the service's settings; the log says which one does not fit"
	default:
		detail = "the request failed; the log has the cause under this request id"
	}
	p = newProblem(status, detail).(*Problem)
	p.cause = err
	if c := (coded{}); errors.As(err, &c) {
		p.Code = c.code
	}
	return p
}
