package ui

import "net/url"

// question is what a page was asked: its addresses carry it, so that the API answers there what the page shows.
type question url.Values

// asked is the question of a request's query, without what pages do not know.
func asked(query url.Values) question {
	q := question{}
	for _, name := range []string{"as_of", "partnership", "release"} {
		if v := query.Get(name); v != "" {
			q[name] = []string{v}
		}
	}
	return q
}

// scored is the address of an answer that is scored, with further parameters by name and value.
func (q question) scored(path string, more ...string) string { return address(path, q, more) }

// kept is the address of an answer that knows no year: passages and notes.
func (q question) kept(path string, more ...string) string {
	kept := question{}
	if r, ok := q["release"]; ok {
		kept["release"] = r
	}
	return address(path, kept, more)
}

// addresses are those of whole answers that the page shows.
type addresses struct{ MatrixCSV, MatrixJSON, ItemsCSV, NotesCSV string }

func addressesOf(q question) addresses {
	return addresses{q.scored("/api/v1/crosswalks/matrix.csv"), q.scored("/api/v1/crosswalks/matrix"), q.scored("/api/v1/crosswalks/items.csv"), q.kept("/api/v1/notes.csv")}
}

func address(path string, q question, more []string) string {
	all := url.Values{}
	for name, v := range q {
		all[name] = v
	}
	for i := 0; i+1 < len(more); i += 2 {
		all.Set(more[i], more[i+1])
	}
	if len(all) == 0 {
		return path
	}
	return path + "?" + all.Encode()
}
