package cli_test

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/cli"
)

// runAsProgram is what cmd/crosswalk does.
func runAsProgram() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return cli.Run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
}

// program is the program as another process.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), asProgram+"=1")
	return c
}

// serving is a service that runs within this process until stop.
type serving struct {
	url  string
	stop context.CancelFunc
	done chan struct{}
	code int // after done
	mu   sync.Mutex
	told strings.Builder
}

// serve starts the service at a free port and waits until it answers.
func (f folder) serve(t *testing.T, args ...string) *serving {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	s := &serving{stop: stop, done: make(chan struct{})}
	read, stderr := io.Pipe()
	go func() {
		s.code = cli.Run(ctx, append([]string{"serve", "--address", "127.0.0.1:0", "--data-dir", string(f)}, args...), strings.NewReader(""), io.Discard, stderr)
		_ = stderr.Close()
		close(s.done)
	}()
	url := make(chan string, 1)
	go s.listen(read, url)
	select {
	case s.url = <-url:
	case <-s.done:
		t.Fatalf("the service ended with %d: %s", s.code, s.said())
	case <-time.After(30 * time.Second):
		t.Fatalf("the service does not say where it answers: %s", s.said())
	}
	t.Cleanup(func() { stop(); <-s.done })
	return s
}

// listen keeps what the service says, and finds the address that it answers at.
func (s *serving) listen(from io.Reader, url chan<- string) {
	for lines := bufio.NewScanner(from); lines.Scan(); {
		s.mu.Lock()
		s.told.WriteString(lines.Text() + "\n")
		s.mu.Unlock()
		if _, at, ok := strings.Cut(lines.Text(), "answers at "); ok {
			at, _, _ = strings.Cut(at, " ")
			url <- at
		}
	}
}

func (s *serving) said() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.told.String()
}

// get asks the service and gives the whole answer.
func (s *serving) get(t *testing.T, path string) (int, string) {
	t.Helper()
	resp, err := http.Get(s.url + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(b)
}
