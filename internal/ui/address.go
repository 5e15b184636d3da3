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

// page is the address of a page: the whole question goes along, so that every way back asks the same.
func (q question) page(path string, more ...string) string { return address(path, q, more) }

func (q question) entity(id string) string      { return q.page("/en/entities/" + id) }
func (q question) passage(id string) string     { return q.page("/en/passages/" + id) }
func (q question) opportunity(id string) string { return q.page("/en/opportunities/" + id) }
func (q question) pair(a, b string) string      { return q.page("/en/links/" + a + "/" + b) }

// without is the question without a part of it.
func (q question) without(name string) question {
	out := question{}
	for n, v := range q {
		if n != name {
			out[n] = v
		}
	}
	return out
}

// scored is the address of an answer that is scored, with further parameters by name and value.
func (q question) scored(path string, more ...string) string { return address(path, q, more) }

// kept is the address of an answer that knows no year: entities, passages and notes.
func (q question) kept(path string, more ...string) string {
	kept := question{}
	if r, ok := q["release"]; ok {
		kept["release"] = r
	}
	return address(path, kept, more)
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
