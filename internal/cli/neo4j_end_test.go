package cli_test

import (
	"bufio"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

// TestPrivateNeo4jEnds: when the private server is killed under the service, people are told which, that answers go on, and how it
// is started again; the service answers on and ends in good order.
func TestPrivateNeo4jEnds(t *testing.T) {
	if err := localneo4j.Available(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	f := newFolder(t)
	p := program(t, "neo4j", "start", "--serve", "--address", "127.0.0.1:0", "--data-dir", string(f))
	stderr, err := p.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stderr)
	until := func(says string) string {
		for lines.Scan() {
			if strings.Contains(lines.Text(), says) {
				return lines.Text()
			}
		}
		t.Fatalf("the program ended without saying %q", says)
		return ""
	}
	_, url, _ := strings.Cut(until("answers at "), "answers at ")
	url, _, _ = strings.Cut(url, " ")
	at, ok := localneo4j.Running(filepath.Join(string(f), "neo4j"))
	if !ok {
		t.Fatal("no server runs")
	}
	server, err := os.FindProcess(at.PID)
	if err == nil {
		err = server.Kill()
	}
	if err != nil {
		t.Fatal(err)
	}
	if l := until("ended by itself"); !strings.Contains(l, "crosswalk neo4j start --serve --data-dir "+string(f)) || !strings.Contains(l, "answers go on") {
		t.Errorf("the end is told as %q", l)
	}
	if resp, err := http.Get(url + "/api/v1/crosswalks"); err != nil || resp.StatusCode != http.StatusOK {
		t.Errorf("the service answers %v, %v", resp, err)
	} else {
		resp.Body.Close()
	}
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
		continue
	}
	if err := p.Wait(); err != nil {
		t.Errorf("after the signal: %v", err)
	}
}
