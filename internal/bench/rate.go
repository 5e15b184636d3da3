package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"
)

// asking is one request that clients send again and again, each on a connection that is kept.
type asking struct {
	path, tag string
	status    int // of every answer
	clients   int
}

// rated is what clients got in a while.
type rated struct {
	rate      float64 // answers a second
	processor float64 // seconds of processor time an answer, of server and clients together; 0 where the system does not tell
}

// rate asks the server at the address, which is of this process, for a while. The clients write ready bytes and look only at
// status and length of an answer: they share the machine with the server, and what they cost hides what it costs.
func (a asking) rate(ctx context.Context, address string, d time.Duration) (rated, error) {
	ctx, cancel := context.WithTimeout(ctx, d+30*time.Second)
	defer cancel()
	conns := make([]net.Conn, a.clients)
	for i := range conns {
		c, err := (&net.Dialer{}).DialContext(ctx, "tcp", address)
		if err != nil {
			return rated{}, err
		}
		defer func() { _ = c.Close() }()
		_ = c.SetDeadline(time.Now().Add(d + 30*time.Second)) // never fails on a new connection
		conns[i] = c
	}
	request := "GET " + a.path + " HTTP/1.1\r\nHost: " + address + "\r\n"
	if a.tag != "" {
		request += "If-None-Match: " + a.tag + "\r\n"
	}
	request += "\r\n"
	counts, errs := make([]int, a.clients), make([]error, a.clients)
	var all sync.WaitGroup
	before, told := processor()
	began := time.Now()
	for i, c := range conns {
		all.Go(func() { counts[i], errs[i] = a.client(c, []byte(request), began.Add(d)) })
	}
	all.Wait()
	took, sum := time.Since(began).Seconds(), 0
	for _, n := range counts {
		sum += n
	}
	r := rated{rate: float64(sum) / took}
	if after, ok := processor(); ok && told && sum > 0 {
		r.processor = (after - before) / float64(sum)
	}
	return r, errors.Join(errs...)
}

// client asks until end and counts the answers.
func (a asking) client(c net.Conn, request []byte, end time.Time) (n int, err error) {
	r := bufio.NewReaderSize(c, 64<<10)
	for time.Now().Before(end) {
		if _, err := c.Write(request); err != nil {
			return n, err
		}
		status, err := skipAnswer(r)
		if err != nil {
			return n, err
		}
		if status != a.status {
			return n, fmt.Errorf("GET %s: status %d, want %d", a.path, status, a.status)
		}
		n++
	}
	return n, nil
}

// skipAnswer reads an answer to its end and gives its status.
func skipAnswer(r *bufio.Reader) (status int, err error) {
	line, err := r.ReadSlice('\n')
	if err != nil {
		return 0, err
	}
	if len(line) < 12 || string(line[:9]) != "HTTP/1.1 " {
		return 0, fmt.Errorf("no status line: %q", line)
	}
	if status, err = strconv.Atoi(string(line[9:12])); err != nil {
		return 0, err
	}
	length := 0
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return 0, err
		}
		name, value, _ := strings.Cut(strings.TrimSpace(string(line)), ":")
		switch {
		case name == "":
			if status == 304 {
				return status, nil
			}
			if length < 0 {
				return status, skipChunks(r)
			}
			_, err := r.Discard(length)
			return status, err
		case strings.EqualFold(name, "Content-Length"):
			if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil {
				return 0, err
			}
		case strings.EqualFold(name, "Transfer-Encoding"):
			length = -1
		}
	}
}

// skipChunks reads a chunked body to its end.
func skipChunks(r *bufio.Reader) error {
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return err
		}
		n, err := strconv.ParseInt(strings.TrimSpace(string(line)), 16, 32)
		if err != nil {
			return err
		}
		if _, err := io.CopyN(io.Discard, r, n+2); err != nil || n == 0 {
			return err
		}
	}
}
