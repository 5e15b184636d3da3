package api

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"strings"
	"time"
)

type contextKey int

const (
	requestIDKey contextKey = iota
	csvKey
	targetKey
)

// requestID is the id of the request that ctx belongs to, empty outside one.
func requestID(ctx context.Context) string { s, _ := ctx.Value(requestIDKey).(string); return s }

// wantsCSV reports whether the request's path ended in .csv.
func wantsCSV(ctx context.Context) bool { b, _ := ctx.Value(csvKey).(bool); return b }

// target is the request's path and query as the client sent it.
func target(ctx context.Context) string { s, _ := ctx.Value(targetKey).(string); return s }

var goodRequestID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// withRequest gives each request an id (the client's where it is well formed), security headers and a log line.
func withRequest(next http.Handler, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-Id")
		if !goodRequestID.MatchString(id) {
			var b [8]byte
			rand.Read(b[:]) // never fails
			id = hex.EncodeToString(b[:])
		}
		h := w.Header()
		h.Set("X-Request-Id", id)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		ctx := context.WithValue(r.Context(), requestIDKey, id)
		ctx = context.WithValue(ctx, targetKey, r.URL.RequestURI())
		rec := &recorder{ResponseWriter: w, status: http.StatusOK, start: time.Now()}
		next.ServeHTTP(rec, r.WithContext(ctx))
		log.LogAttrs(ctx, slog.LevelDebug, "request", slog.String("id", id), slog.String("method", r.Method), slog.String("path", r.URL.Path),
			slog.Int("status", rec.status), slog.Int64("bytes", rec.bytes), slog.Duration("took", time.Since(rec.start)))
	})
}

// recorder notes status and size for the log.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
	start  time.Time
}

// WriteHeader sends the status, and how long it took; of an error, that no cache may keep it: the thing may be there when it is asked
// for again.
func (r *recorder) WriteHeader(status int) {
	r.status = status
	h := r.Header()
	h.Set("Server-Timing", fmt.Sprintf("total;dur=%.1f", float64(time.Since(r.start).Microseconds())/1000))
	if status >= http.StatusBadRequest && h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-store")
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *recorder) Write(b []byte) (int, error) {
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// withForms turns PATH.csv into PATH with a mark, and HEAD into GET whose body is not sent; the router knows only GET.
func withForms(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path, ok := strings.CutSuffix(r.URL.Path, ".csv"); ok && strings.HasPrefix(path, prefix) {
			r = r.WithContext(context.WithValue(r.Context(), csvKey, true))
			u := *r.URL
			u.Path, u.RawPath = path, ""
			r.URL = &u
		}
		if r.Method == http.MethodHead {
			r = r.Clone(r.Context())
			r.Method = http.MethodGet
			w = headWriter{w}
		}
		next.ServeHTTP(w, r)
	})
}

// headWriter drops the body; the handler sets Content-Length itself.
type headWriter struct{ http.ResponseWriter }

func (w headWriter) Write(b []byte) (int, error) { return len(b), nil }

// withTimeout ends the request's context after d.
func withTimeout(next http.Handler, d time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), d)
		defer cancel()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
