package cli_test

import (
	"bufio"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

// killServer kills the private server under the service at url: people are told which, that answers go on, and how it is started
// again; and they do go on.
func (f folder) killServer(t *testing.T, url string, lines *bufio.Scanner) {
	t.Helper()
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
	for lines.Scan() && !strings.Contains(lines.Text(), "ended by itself") {
		continue
	}
	if l := lines.Text(); !strings.Contains(l, "crosswalk neo4j start --serve --data-dir "+string(f)) || !strings.Contains(l, "answers go on") {
		t.Errorf("the end is told as %q", l)
	}
	resp, err := http.Get(url + "/api/v1/crosswalks")
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Errorf("the service answers %v, %v", resp, err)
		return
	}
	resp.Body.Close()
}
