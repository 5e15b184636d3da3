// Package ui renders the pages: plain HTML from templates, without script, every statement with its place in the report.
package ui

import (
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/service"
)

//go:embed templates/*.html
var templates embed.FS

// Options are for New.
type Options struct {
	Service *service.Service
	Now     func() time.Time // nil: the system's clock; whether a date has passed is judged by it
	Load    []Command        // for an empty store; none: pages tell what fits any store
}

// Command is what people type to load into the store that the pages are made from; every visitor reads it.
type Command struct{ What, Line string }

// UI serves the pages of one service.
type UI struct {
	svc   *service.Service
	pages *template.Template
	now   func() time.Time
	load  []Command
}

// New parses the templates.
func New(o Options) (*UI, error) {
	t, err := template.New("pages").Funcs(template.FuncMap{"style": func() string { return styleAddress }}).ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("parse the pages: %w", err)
	}
	u := &UI{svc: o.Service, pages: t, now: o.Now, load: o.Load}
	if u.now == nil {
		u.now = time.Now
	}
	return u, nil
}

// ServeHTTP serves / and the pages under /en, and /static/; everything else is a page that says that there is none.
func (u *UI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		u.refuse(w, http.StatusMethodNotAllowed, "Pages are only read.", nil)
		return
	}
	if name, ok := strings.CutPrefix(r.URL.Path, "/static/"); ok {
		u.file(w, r, name)
		return
	}
	page, ids := find(r.URL.Path)
	if page == nil {
		u.refuse(w, http.StatusNotFound, "There is no page "+r.URL.Path+".", nil)
		return
	}
	u.show(w, r, page, ids)
}
