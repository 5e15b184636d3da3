package api_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
)

// TestConditional: an answer's ETag gets 304; another release, query or format has another; HEAD has the headers without the body.
func TestConditional(t *testing.T) {
	s := newServer(t, editions(t)...)
	seen := map[string]string{}
	for _, path := range []string{"/api/v1/crosswalks", "/api/v1/crosswalks.csv", "/api/v1/crosswalks?as_of=2018", "/api/v1/overview", "/api/v1/crosswalks?release=1", "/api/v1/commitments?today=2020-01-01", "/api/v1/commitments", "/openapi.json", "/docs"} {
		resp, body := s.get(t, path)
		tag := resp.Header.Get("ETag")
		if resp.StatusCode != http.StatusOK || tag == "" || seen[tag] != "" || resp.Header.Get("Cache-Control") != "no-cache" || !strings.Contains(resp.Header.Get("Vary"), "Accept-Encoding") {
			t.Errorf("%s: %d, ETag %q (also of %q), %v", path, resp.StatusCode, tag, seen[tag], resp.Header)
		}
		seen[tag] = path
		again, b := s.get(t, path, "If-None-Match", tag)
		if again.StatusCode != http.StatusNotModified || len(b) != 0 || again.Header.Get("ETag") != tag {
			t.Errorf("%s with its ETag: %d, %d bytes, ETag %q", path, again.StatusCode, len(b), again.Header.Get("ETag"))
		}
		head, b := s.do(t, http.MethodHead, path)
		if head.StatusCode != http.StatusOK || len(b) != 0 || head.Header.Get("Content-Length") != strconv.Itoa(len(body)) {
			t.Errorf("HEAD %s: %d, %d bytes, Content-Length %s of %d", path, head.StatusCode, len(b), head.Header.Get("Content-Length"), len(body))
		}
	}
}

// TestCompressed: a compressed answer has a tag of its own, which gets 304 as well.
func TestCompressed(t *testing.T) {
	s := newServer(t, editions(t)...)
	plain, _ := s.get(t, "/api/v1/crosswalks", "Accept-Encoding", "identity")
	for _, encoding := range []string{"gzip", "zstd"} {
		resp, body := s.get(t, "/api/v1/crosswalks", "Accept-Encoding", encoding)
		tag := resp.Header.Get("ETag")
		if resp.Header.Get("Content-Encoding") != encoding || tag == plain.Header.Get("ETag") || len(body) == 0 {
			t.Fatalf("%s: encoding %q, tag %s", encoding, resp.Header.Get("Content-Encoding"), tag)
		}
		again, body := s.get(t, "/api/v1/crosswalks", "Accept-Encoding", encoding, "If-None-Match", `"other", `+tag)
		if again.StatusCode != http.StatusNotModified || again.Header.Get("ETag") != tag || len(body) != 0 {
			t.Errorf("%s with its tag: %d, tag %s, %d bytes", encoding, again.StatusCode, again.Header.Get("ETag"), len(body))
		}
	}
}
