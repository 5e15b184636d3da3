// Package ui renders the pages: plain HTML from templates, without script, every statement with its place in the report.
package ui

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"strconv"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

//go:embed templates/*.html
var templates embed.FS

//go:embed static
var static embed.FS

// Options are for New.
type Options struct {
	Service *service.Service
}

// UI serves the pages of one service.
type UI struct {
	svc   *service.Service
	pages *template.Template
	files http.Handler
}

// New parses the templates.
func New(o Options) (*UI, error) {
	t, err := template.New("pages").ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("parse the pages: %w", err)
	}
	sub, err := fs.Sub(static, "static")
	if err != nil {
		return nil, fmt.Errorf("open the pages' files: %w", err)
	}
	return &UI{svc: o.Service, pages: t, files: http.StripPrefix("/static/", http.FileServerFS(sub))}, nil
}

// ServeHTTP serves / and /static/; everything else is a page that says that there is none.
func (u *UI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		u.fail(w, http.StatusMethodNotAllowed, "Pages are only read.")
	case r.URL.Path == "/":
		u.home(w, r)
	case len(r.URL.Path) > 8 && r.URL.Path[:8] == "/static/":
		w.Header().Set("Cache-Control", "public, max-age=3600")
		u.files.ServeHTTP(w, r)
	default:
		u.fail(w, http.StatusNotFound, "There is no page "+r.URL.Path+".")
	}
}

func (u *UI) home(w http.ResponseWriter, r *http.Request) {
	o := crosswalk.Options{Partnership: r.URL.Query().Get("partnership")}
	if y := r.URL.Query().Get("as_of"); y != "" {
		n, err := strconv.Atoi(y)
		if err != nil || n < 1900 || n > 2200 {
			u.fail(w, http.StatusBadRequest, fmt.Sprintf("as_of is %q; it must be a year, 1900 to 2200.", y))
			return
		}
		o.AsOf = n
	}
	snap, err := u.svc.Snapshot(r.Context(), r.URL.Query().Get("release"))
	if err != nil {
		u.failure(w, err)
		return
	}
	page, err := u.homePage(snap, o, asked(r.URL.Query()))
	if err != nil {
		u.failure(w, err)
		return
	}
	if h := u.svc.Health(); h.Cause != nil {
		page.Stale = h.Age.Round(time.Second).String()
	}
	u.render(w, http.StatusOK, "home.html", page)
}

// failure maps an error of the layers below to a page.
func (u *UI) failure(w http.ResponseWriter, err error) {
	switch {
	case errors.Is(err, graph.ErrNotFound):
		u.fail(w, http.StatusNotFound, graph.Message(err))
	case errors.Is(err, graph.ErrGone):
		u.fail(w, http.StatusGone, graph.Message(err))
	case errors.Is(err, graph.ErrInvalid):
		u.fail(w, http.StatusBadRequest, graph.Message(err))
	case errors.Is(err, graph.ErrUnavailable):
		w.Header().Set("Retry-After", "5")
		u.fail(w, http.StatusServiceUnavailable, "The store cannot be reached; try again later.")
	default:
		u.fail(w, http.StatusInternalServerError, "The page could not be made.")
	}
}

func (u *UI) fail(w http.ResponseWriter, status int, message string) {
	u.render(w, status, "error.html", map[string]any{"Status": status, "Title": http.StatusText(status), "Message": message})
}

// render writes a whole page or none.
func (u *UI) render(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := u.pages.ExecuteTemplate(&b, name, data); err != nil {
		http.Error(w, "The page could not be made.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the client may have left
}
