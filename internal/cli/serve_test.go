package cli_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestServe: the service answers, a request in flight finishes when it is told to stop, new ones are refused, and nothing of
// it stays behind.
func TestServe(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	defer http.DefaultClient.CloseIdleConnections()
	f := newFolder(t)
	f.ok(t, "load", "--editions", "none", bundle(t, longWorld(t)))
	s := f.serve(t, "--editions", "none")
	for _, path := range []string{"/", "/api/v1/crosswalks", "/readyz", "/docs"} {
		if code, body := s.get(t, path); code != http.StatusOK || body == "" {
			t.Errorf("%s: %d, %d bytes", path, code, len(body))
		}
	}
	_, whole := s.get(t, longAnswer)
	slow := beginSlowly(t, s.url)
	s.stop()
	waitUntil(t, "new requests are refused", func() bool {
		c, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
		if err == nil {
			c.Close()
		}
		return err != nil
	})
	if body, err := io.ReadAll(slow.Body); err != nil || string(body) != whole {
		t.Errorf("the request in flight: %d bytes of %d, %v", len(body), len(whole), err)
	}
	slow.Body.Close()
	<-s.done
	if s.code != 0 || !strings.Contains(s.said(), "stopping") {
		t.Errorf("exit code %d: %s", s.code, s.said())
	}
}

// longAnswer is asked of a world with far more text than the buffers of a connection hold.
const longAnswer = "/api/v1/institutions?limit=1000"

func longWorld(t *testing.T) graph.Bundle {
	t.Helper()
	w := graphtest.NewWorld(2020, "a", "b")
	p := w.Passage("group:test:a")
	for i := range 500 {
		w.Entity(fmt.Sprintf("institution:test-%d", i), nil, p)
		for k := range 90 { // a name has at most 500 characters
			e := &w.Bundle.Entities[len(w.Bundle.Entities)-1]
			e.Aliases = append(e.Aliases, strings.Repeat("x", 480)+fmt.Sprint(i, k))
		}
	}
	return w.Bundle
}

// beginSlowly asks for the long answer and reads its header alone, so that the service is still writing when this returns.
func beginSlowly(t *testing.T, url string) *http.Response {
	t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	if _, err := io.WriteString(c, "GET "+longAnswer+" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	resp, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: %v %v", longAnswer, resp, err)
	}
	return resp
}

// TestShutdownTimeout: a request that never finishes ends the wait, and the exit code says so.
func TestShutdownTimeout(t *testing.T) {
	f := newFolder(t)
	f.ok(t, "load", "--editions", "none", bundle(t, longWorld(t)))
	s := f.serve(t, "--editions", "none", "--http-shutdown-timeout", "200ms")
	slow := beginSlowly(t, s.url)
	defer slow.Body.Close()
	s.stop()
	<-s.done
	if s.code != 1 || !strings.Contains(s.said(), "200ms") {
		t.Errorf("exit code %d: %s", s.code, s.said())
	}
}

// TestOtherProcess: what another process loads or attaches shows within a second or so, and a signal ends a process in good
// order.
func TestOtherProcess(t *testing.T) {
	f := newFolder(t)
	s := f.serve(t)
	if code, _ := s.get(t, "/api/v1/entities/group:cmp:digital-economy"); code != http.StatusNotFound {
		t.Fatalf("the group of the second edition is there before its load: %d", code)
	}
	loader := program(t, "load", "-", "--data-dir", string(f))
	loader.Stdin = strings.NewReader(string(graphtest.Edition2019(t).Encode()))
	if out, err := loader.CombinedOutput(); err != nil {
		t.Fatalf("load in another process: %v\n%s", err, out)
	}
	start := time.Now()
	waitUntil(t, "the load shows", func() bool {
		code, _ := s.get(t, "/api/v1/entities/group:cmp:digital-economy")
		return code == http.StatusOK
	})
	t.Logf("a load by another process showed after %v", time.Since(start).Round(time.Millisecond))
	attach := program(t, "attach", "-", "--data-dir", string(f))
	attach.Stdin = strings.NewReader(string(graphtest.Source2019(t)))
	if out, err := attach.CombinedOutput(); err != nil {
		t.Fatalf("attach in another process: %v\n%s", err, out)
	}
	waitUntil(t, "the quotes show", func() bool {
		_, body := s.get(t, "/api/v1/passages/passage:cmp-2019:18-1")
		return strings.Contains(body, `"quote":`)
	})
	if f.run(t, "health", "--address", strings.TrimPrefix(s.url, "http://")).out != "ready\n" {
		t.Error("the running service is not ready")
	}
	other := program(t, "serve", "--address", "127.0.0.1:0", "--data-dir", string(f))
	stderr, err := other.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	said := bufio.NewReader(stderr)
	if l, err := said.ReadString('\n'); err != nil || !strings.Contains(l, "answers at") {
		t.Fatalf("the other service says %q: %v", l, err)
	}
	if err := other.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(said)
	if err := other.Wait(); err != nil || string(rest) != "stopping …\n" {
		t.Errorf("after the signal: %v, %q", err, rest)
	}
}

// waitUntil waits for what must come within a few seconds on a slow machine.
func waitUntil(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if is() {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("not within five seconds: %s", what)
		}
	}
}
