package api

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// withQuery refuses an address that is no text, and a query that does not parse: the router would drop what it cannot read and
// answer the default.
func withQuery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		says := ""
		values, err := url.ParseQuery(r.URL.RawQuery)
		if err != nil {
			says = "the query does not parse: " + err.Error()
		} else if !isText(r.URL.Path) {
			says = "the path holds a NUL or bytes that are no UTF-8; escape the UTF-8 bytes of each letter"
		} else if name := badText(values); name != "" {
			says = fmt.Sprintf("parameter %q holds a NUL or bytes that are no UTF-8; escape the UTF-8 bytes of each letter", name)
		}
		if says == "" {
			next.ServeHTTP(w, r)
			return
		}
		p := newProblem(http.StatusBadRequest, says).(*Problem)
		p.RequestID = requestID(r.Context())
		w.Header().Set("Content-Type", p.ContentType(""))
		w.WriteHeader(p.Status)
		_, _ = w.Write(encode(p)) // the client may have left
	})
}

// isText reports whether s can be of a thing's id or name.
func isText(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }

// badText is the first parameter, by name, that is no text or has a value that is none.
func badText(values url.Values) string {
	bad := ""
	for name, vs := range values {
		if isText(name) && !slices.ContainsFunc(vs, func(v string) bool { return !isText(v) }) {
			continue
		}
		if bad == "" || name < bad {
			bad = name
		}
	}
	return bad
}

// onlyOnce refuses parameters that are given several times: the framework would take the first and leave the rest unheard.
func (a *API) onlyOnce(ctx huma.Context, next func(huma.Context)) {
	u := ctx.URL()
	values := u.Query()
	var errs []error
	for _, p := range ctx.Operation().Parameters {
		if p.In != "query" || len(values[p.Name]) < 2 || p.Explode != nil && *p.Explode {
			continue
		}
		says := "given more than once; keep one of them"
		if p.Schema.Type == huma.TypeArray {
			says = "given more than once; put all values in one, separated by commas"
		}
		errs = append(errs, &huma.ErrorDetail{Message: says, Location: "query." + p.Name, Value: strings.Join(values[p.Name], ", ")})
	}
	if len(errs) > 0 {
		_ = huma.WriteErr(a.huma, ctx, http.StatusBadRequest, "validation failed", errs...) // the client may have left
		return
	}
	next(ctx)
}

// unknownParameter adds, to the framework's words on a parameter that is unknown, its value and the one of the operation that was
// probably meant.
func unknownParameter(op *huma.Operation, values url.Values, d *huma.ErrorDetail) {
	name, ok := strings.CutPrefix(d.Location, "query.")
	if !ok || d.Message != "unknown query parameter" {
		return
	}
	d.Value = strings.Join(values[name], ", ")
	if len(name) > maxValue {
		return
	}
	var known []string
	for _, p := range op.Parameters {
		if p.In == "query" {
			known = append(known, p.Name)
		}
	}
	if near := graph.Nearest(name, known); near != "" {
		d.Message += "; did you mean " + near + "?"
	}
}
