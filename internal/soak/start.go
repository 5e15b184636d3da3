package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os/exec"
	"regexp"
	"strings"
	"time"
)

// serving is the program as it answers over HTTP.
type serving struct {
	cmd *exec.Cmd
	url chan string // where it answers; closed when it has ended
	log *strings.Builder
}

var answersAt = regexp.MustCompile(`Crosswalk answers at (http://\S+)`)

// serve starts the program at a place, on a free port.
func (h *harness) serve(ctx context.Context, p place) (*serving, error) {
	args := append([]string{"serve", "--address", "127.0.0.1:0"}, p.flags()...)
	s := &serving{cmd: h.program.command(ctx, []string{"CROSSWALK_RELEASES_POLL=100ms"}, args...), url: make(chan string, 1), log: &strings.Builder{}}
	out, err := s.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		defer close(s.url)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			fmt.Fprintln(s.log, lines.Text())
			if at := answersAt.FindStringSubmatch(lines.Text()); at != nil {
				s.url <- at[1]
			}
		}
	}()
	return s, nil
}

// kill ends the program at once and gives what it wrote for people.
func (s *serving) kill() string {
	_ = s.cmd.Process.Kill()
	return s.ended()
}

func (s *serving) ended() string {
	for range s.url {
	}
	_ = s.cmd.Wait()
	return s.log.String()
}

// readiness is what /readyz says.
type readiness struct {
	Status, Reason string
	Number         int
}

func ready(ctx context.Context, url string) (r readiness, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/readyz", nil)
	if err != nil {
		return r, err
	}
	resp, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(req)
	if err != nil {
		return r, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(body, &r)
}

// start starts the program, kills it on its way to its first answer or just after, and audits the store.
func (k *killing) start(ctx context.Context) (ending, error) {
	if err := k.withoutImage(); err != nil {
		return "", err
	}
	began := time.Now()
	s, err := k.serve(ctx, k.place)
	if err != nil {
		return "", err
	}
	length, measured := k.lengths["start"]
	moment := time.Duration(k.dice.Float64() * 1.1 * float64(length))
	if !measured {
		moment = 5 * time.Minute
	}
	answered := false
	select {
	case url, ok := <-s.url:
		if !ok {
			return "", fmt.Errorf("the program ended by itself: %s", s.ended())
		}
		answered = true
		k.learn("start", time.Since(began))
		r, err := ready(ctx, url)
		if err != nil || r.Status != "ready" || r.Number != k.model.number() {
			return "", fmt.Errorf("the program is %+v (%w) at release %d: %s", r, err, k.model.number(), s.kill())
		}
	case <-time.After(moment):
	case <-ctx.Done():
	}
	said := s.kill()
	if !measured && !answered {
		return "", fmt.Errorf("the program did not answer: %s", said)
	}
	return k.model.unmoved(ctx, k.place, answered)
}
