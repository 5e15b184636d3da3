package ui

import (
	"net/http"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// pageFunc gathers what a page shows: the template's name and its data. ids are the parts of the address that stand for ids.
type pageFunc func(v *viewer, ids []string) (name string, data any, err error)

// routes are the addresses of pages; a part * stands for an id. What follows /en is kept when other languages come.
var routes = []struct {
	path string
	page pageFunc
}{
	{"", home},
	{"en", toHome},
	{"en/links/*/*", pairPage},
	{"en/opportunities", opportunityList},
	{"en/opportunities/*", opportunityPage},
	{"en/entities/*", entityPage},
	{"en/passages/*", passagePage},
	{"en/notes", notePage},
}

// find is the page of an address, with or without a last slash, and its ids; nil where there is none.
func find(path string) (pageFunc, []string) {
	parts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(path, "/"), "/"), "/")
	for _, r := range routes {
		if ids, ok := fits(strings.Split(r.path, "/"), parts); ok {
			return r.page, ids
		}
	}
	return nil, nil
}

func fits(pattern, parts []string) (ids []string, ok bool) {
	if len(pattern) != len(parts) {
		return nil, false
	}
	for i, p := range pattern {
		switch {
		case p == "*" && parts[i] != "":
			ids = append(ids, parts[i])
		case p != parts[i]:
			return nil, false
		}
	}
	return ids, true
}

// moved is an error that means: the page stands at another address.
type moved struct{ to string }

func (m moved) Error() string { return "moved to " + m.to }

// toHome leads from the language's own address to the first page, until there is one a language.
func toHome(v *viewer, _ []string) (string, any, error) { return "", nil, moved{v.asked.page("/")} }

// show answers a request for a page.
func (u *UI) show(w http.ResponseWriter, r *http.Request, page pageFunc, ids []string) {
	v, err := u.viewer(r)
	if err != nil {
		u.failure(w, err, nil)
		return
	}
	if len(v.all.Reports()) == 0 {
		status := http.StatusNotFound
		if r.URL.Path == "/" {
			status = http.StatusOK
		}
		u.render(w, status, "empty.html", u.emptyPage(v))
		return
	}
	name, data, err := page(v, ids)
	if err != nil {
		u.failure(w, err, v.near(ids))
		return
	}
	u.render(w, http.StatusOK, name, data)
}

// near lists things that the ids of an address may have meant.
func (v *viewer) near(ids []string) []refView {
	var out []refView
	for _, id := range ids {
		for _, part := range strings.Split(id, "~") {
			if _, known := v.snap.Lookup(part); known {
				continue
			}
			if id := v.nearest(part); id != "" {
				out = append(out, v.ref(id))
				continue
			}
			words := strings.Join(graph.Tokens(part[strings.LastIndexByte(part, ':')+1:]), " ")
			for _, h := range v.snap.Search(words, topNear) {
				if h.Passage == nil {
					out = append(out, v.ref(v.snap.ID(h.Entity)))
				}
			}
		}
	}
	return out
}

// nearest is the id of the same kind that an id was probably meant to be, empty where none is near.
func (v *viewer) nearest(id string) string {
	var known []string
	for _, n := range v.snap.Nodes(graph.KindOf(id)) {
		known = append(known, v.snap.ID(n))
	}
	return graph.NearestID(id, known)
}

// topNear is how many things a page of an unknown id suggests.
const topNear = 5
