package main

import (
	"bufio"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// TestSkipAnswer: answers one after another, with a length, in chunks and without a body, are each read to the end.
func TestSkipAnswer(t *testing.T) {
	r := bufio.NewReader(strings.NewReader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nhello" +
		"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n" +
		"HTTP/1.1 304 Not Modified\r\nEtag: \"x\"\r\n\r\n" + "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n" + "nonsense\r\n"))
	for _, want := range []int{200, 200, 304, 404} {
		if got, err := skipAnswer(r); err != nil || got != want {
			t.Errorf("status %d, want %d: %v", got, want, err)
		}
	}
	if _, err := skipAnswer(r); err == nil {
		t.Error("nonsense is an answer")
	}
}

// TestRate: as many answers are counted as the server gave; another status ends the measuring.
func TestRate(t *testing.T) {
	var given atomic.Int64
	h, err := serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given.Add(1)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		_, _ = w.Write([]byte("hello"))
	}))
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	for _, a := range []asking{{path: "/x", status: 200, clients: 1}, {path: "/x", status: 200, clients: 4}, {path: "/x", tag: `"t"`, status: 304, clients: 2}} {
		given.Store(0)
		got, err := a.rate(t.Context(), h.server.Addr, 50*time.Millisecond)
		if err != nil {
			t.Fatal(err)
		}
		if n := float64(given.Load()); got.rate <= 0 || got.rate > n/0.05+1 || got.processor < 0 || got.processor > 10 {
			t.Errorf("%+v: %+v of %v answers in 50 ms", a, got, n)
		}
	}
	if _, err := (asking{path: "/x", status: 404, clients: 1}).rate(t.Context(), h.server.Addr, 50*time.Millisecond); err == nil {
		t.Error("another status is no error")
	}
}

// TestSame: the bare handler sends what was recorded.
func TestSame(t *testing.T) {
	h, err := serve(same(recorded{200, http.Header{"Etag": {`"t"`}, "X": {"y"}}, []byte("hello")}, recorded{304, http.Header{"Etag": {`"t"`}}, nil}))
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	if got, err := h.record(t.Context(), "/x", ""); err != nil || string(got.body) != "hello" || got.header.Get("X") != "y" {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := h.record(t.Context(), "/x", `"t"`); err != nil || len(got.body) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestOver: the ratio of each round by itself.
func TestOver(t *testing.T) {
	if got := over(sample{6, 3, 8}, sample{10, 10, 10}).quantile(0.5); got != 0.6 {
		t.Errorf("%v", got)
	}
}
