package ui

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strconv"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// errorPage says what cannot be shown, why, and what to do.
type errorPage struct {
	Title   string
	Message string
	Advice  string
	Near    []refView // what may have been meant
}

// failureWords are a status in words, and what to do.
var failureWords = map[int][2]string{
	http.StatusBadRequest:          {"The address cannot be read", "Mend it as told above, or start from the first page."},
	http.StatusNotFound:            {"There is no such page", "An address may be mistyped, or lead to something that the loaded editions no longer name. The first page leads to everything that is there."},
	http.StatusMethodNotAllowed:    {"Pages are only read", "Open the address in a browser, or see what programs can do."},
	http.StatusGone:                {"This release is no longer kept", "The first page answers from the newest release."},
	http.StatusServiceUnavailable:  {"The store cannot be reached now", "Open the page again in a few seconds."},
	http.StatusGatewayTimeout:      {"The page took too long", "Open it again in a minute."},
	http.StatusInternalServerError: {"The page could not be made", "Open it again; if that does not help, whoever runs this service finds the cause in its log."},
}

// failure maps an error of the layers below to a page; near is what may have been meant.
func (u *UI) failure(w http.ResponseWriter, err error, near []refView) {
	var m moved
	switch {
	case errors.As(err, &m):
		w.Header().Set("Location", m.to)
		w.Header().Set("Cache-Control", "no-cache")
		w.WriteHeader(http.StatusTemporaryRedirect)
	case errors.Is(err, graph.ErrNotFound):
		u.refuse(w, http.StatusNotFound, graph.Message(err), near)
	case errors.Is(err, graph.ErrGone):
		u.refuse(w, http.StatusGone, graph.Message(err), nil)
	case errors.Is(err, graph.ErrInvalid):
		u.refuse(w, http.StatusBadRequest, graph.Message(err), near)
	case errors.Is(err, context.DeadlineExceeded):
		u.refuse(w, http.StatusGatewayTimeout, "", nil)
	case errors.Is(err, graph.ErrUnavailable):
		w.Header().Set("Retry-After", "5")
		u.refuse(w, http.StatusServiceUnavailable, "The store cannot be reached; try again later.", nil)
	default:
		u.refuse(w, http.StatusInternalServerError, "", nil)
	}
}

func (u *UI) refuse(w http.ResponseWriter, status int, message string, near []refView) {
	words := failureWords[status]
	u.render(w, status, "error.html", errorPage{words[0], message, words[1], near})
}

// render writes a whole page or none.
func (u *UI) render(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := u.pages.ExecuteTemplate(&b, name, data); err != nil {
		http.Error(w, "The page could not be made.", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	h.Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the client may have left
}
