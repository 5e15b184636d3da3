package api_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// userInfo is a name or password within an address.
var userInfo = regexp.MustCompile(`[a-z]+://[^/\s"]*@`)

// TestNoUserInfo: an address that holds a name or password is not loaded, and what a client sends of its own in one comes back in no
// link of an answer.
func TestNoUserInfo(t *testing.T) {
	s := newServer(t, editions(t)...)
	b := graphtest.Edition2018(t)
	b.Report.URL = "https://anna:secret@example.org/report"
	if _, _, err := s.store.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}}); !errors.Is(err, graph.ErrInvalid) || strings.Contains(err.Error(), "secret") {
		t.Errorf("a report at an address with a password: %v", err)
	}
	for _, path := range []string{"/api/v1/reports", "/api/v1/reports.csv", "/api/v1/entities?kind=Report", "/api/v1/entities?limit=1000", "/api/v1/entities/report:cmp-2018"} {
		if _, body := s.get(t, path); userInfo.Match(body) {
			t.Errorf("%s shows %s", path, userInfo.Find(body))
		}
	}
	host := strings.TrimPrefix(s.URL, "http://")
	conn, err := net.Dial("tcp", host)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if _, err := fmt.Fprintf(conn, "GET http://anna:secret@%s/api/v1/institutions?limit=1 HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", host, host); err != nil {
		t.Fatal(err)
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(body), `"next":"/api/v1/institutions?`) || strings.Contains(string(body), "secret") {
		t.Errorf("asked by an absolute address: %d, %v, %s", resp.StatusCode, err, body)
	}
}
