package ui

import (
	"crypto/sha256"
	"embed"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strconv"
)

//go:embed static
var static embed.FS

// styleAddress is that of the style sheet: another sheet has another address, so that browsers may keep each for long.
var styleAddress = func() string {
	b, err := static.ReadFile("static/page.css")
	if err != nil {
		panic("ui: the style sheet is not embedded: " + err.Error())
	}
	return fmt.Sprintf("/static/page.css?v=%x", sha256.Sum256(b))[:len("/static/page.css?v=")+12]
}()

// file serves one file of the pages; a folder is none.
func (u *UI) file(w http.ResponseWriter, r *http.Request, name string) {
	b, err := static.ReadFile(path.Join("static", path.Clean("/"+name)))
	if err != nil {
		u.refuse(w, http.StatusNotFound, "There is no file /static/"+name+".", nil)
		return
	}
	h := w.Header()
	h.Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	h.Set("Content-Length", strconv.Itoa(len(b)))
	h.Set("Cache-Control", "public, max-age=3600")
	if r.URL.RequestURI() == styleAddress {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	_, _ = w.Write(b) // the client may have left
}
