package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"net/http"
	"strconv"
	"time"
)

// hot are the routes that dashboards ask all the time, by the names of their questions.
var hot = []string{"matrix", "pair", "crosswalk list", "overview", "search"}

// How the rate of a route is measured: rounds in turns with the bare handler, so that what else the machine does hits both.
const (
	rateRounds = 7
	rateTime   = 100 * time.Millisecond
)

// routes measures requests a second of the hot routes beside a bare handler that sends the same bytes.
func (b *bench) routes(ctx context.Context) error {
	svc, snap, err := b.service(ctx)
	if err != nil {
		return err
	}
	c, err := choose(snap, svc, b.world.last())
	if err != nil {
		return err
	}
	h, err := listen(svc)
	if err != nil {
		return err
	}
	defer h.close()
	by := map[string]question{}
	for _, q := range c.questions() {
		by[q.name] = q
	}
	for _, name := range hot {
		if err := b.route(ctx, name, by[name].route, h); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// route measures one route, plain and asked with the ETag that the client has.
func (b *bench) route(ctx context.Context, name, path string, h *host) error {
	plain, err := h.record(ctx, path, "")
	if err != nil {
		return err
	}
	tag := plain.header.Get("ETag")
	unchanged, err := h.record(ctx, path, tag)
	if err != nil {
		return err
	}
	bare, err := serve(same(plain, unchanged))
	if err != nil {
		return err
	}
	defer bare.close()
	for _, kind := range []struct {
		says, tag string
		status    int
	}{{"", "", http.StatusOK}, {", If-None-Match", tag, http.StatusNotModified}} {
		for _, clients := range []int{1, 8, 64} {
			a := asking{path: prefix + path, tag: kind.tag, status: kind.status, clients: clients}
			f, err := turns(ctx, a, h, bare)
			if err != nil {
				return err
			}
			f.Name = fmt.Sprintf("%s%s, %d at once", name, kind.says, clients)
			if kind.tag == "" {
				f.Note += ", " + strconv.Itoa(len(plain.body)) + " bytes"
			}
			b.add(f)
		}
	}
	return nil
}

// turns measures a route and the bare handler one after the other, several times.
func turns(ctx context.Context, a asking, h, bare *host) (figure, error) {
	var rates, processor [2]sample
	for range rateRounds {
		for i, side := range []*host{h, bare} {
			r, err := a.rate(ctx, side.server.Addr, rateTime)
			if err != nil {
				return figure{}, err
			}
			rates[i], processor[i] = append(rates[i], r.rate), append(processor[i], r.processor)
		}
	}
	f := figure{Area: routes, Unit: "requests/s", Ours: rates[0].summary(), Limit: "system calls; routing, parameter checks and headers before the kept answer"}
	f.beside(barePeer, rates[1].summary(), "")
	f.Peers[0].Times = over(rates[0], rates[1]).quantile(0.5)
	if own, other := processor[0].quantile(0.5), processor[1].quantile(0.5); own > 0 {
		f.Note = "by processor time " + number(other/own)
	}
	return f, nil
}

// over is the ratio of each round: of two measured one right after the other, both met what else the machine did.
func over(ours, theirs sample) sample {
	out := make(sample, len(ours))
	for i := range ours {
		out[i] = ours[i] / theirs[i]
	}
	return out
}

// recorded is an answer as it came.
type recorded struct {
	status int
	header http.Header
	body   []byte
}

// record asks a route as the clients of rate will.
func (h *host) record(ctx context.Context, path, tag string) (recorded, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, h.url+prefix+path, nil)
	if err != nil {
		return recorded{}, err
	}
	if tag != "" {
		req.Header.Set("If-None-Match", tag)
	}
	resp, err := h.client.Do(req)
	if err != nil {
		return recorded{}, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	want := http.StatusOK
	if tag != "" {
		want = http.StatusNotModified
	}
	if err == nil && resp.StatusCode != want {
		err = fmt.Errorf("GET %s: %s", path, resp.Status)
	}
	return recorded{resp.StatusCode, resp.Header, body}, err
}

// same sends what was recorded, header and body, and looks at nothing but whether the client has a tag.
func same(plain, unchanged recorded) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer := &plain
		if r.Header.Get("If-None-Match") != "" {
			answer = &unchanged
		}
		maps.Copy(w.Header(), answer.header)
		w.WriteHeader(answer.status)
		_, _ = w.Write(answer.body) // a client that left is seen by itself
	})
}
