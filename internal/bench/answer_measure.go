package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// Bounds of what is measured many times.
const (
	warmRuns = 300
	peerRuns = 60
	coldRuns = 5
)

// answers measures every question: in process, cold and warm, beside Neo4j over Bolt; and over HTTP beside Neo4j's query API.
func (b *bench) answers(ctx context.Context) error {
	svc, snap, err := b.service(ctx)
	if err != nil {
		return err
	}
	c, err := choose(snap, svc, b.world.last())
	if err != nil {
		return err
	}
	host, err := listen(svc)
	if err != nil {
		return err
	}
	defer host.close()
	for _, q := range c.questions() {
		if b.tooLong(ctx, q) {
			continue
		}
		if err := b.answer(ctx, q, svc, snap, host); err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
	}
	return nil
}

// answerPatience is how long a process of the program may take to an answer before it is ended and the answer is not measured.
const answerPatience = time.Minute

// tooLong asks a process of the program first what may take very long: nothing else can be ended once it computes.
func (b *bench) tooLong(ctx context.Context, q question) bool {
	if q.probe == nil {
		return false
	}
	own, cancel := context.WithTimeout(ctx, answerPatience)
	defer cancel()
	_, err := b.program(own, append(q.probe, "--data-dir", b.dir, "--output", "json")...)
	if own.Err() != nil && ctx.Err() == nil {
		b.skip("scale %d: %s: no answer after %v", b.world.Scale, q.name, answerPatience)
		return true
	}
	if err != nil {
		b.skip("scale %d: %s: %v", b.world.Scale, q.name, err)
	}
	return err != nil
}

// service is a service over the folder, with its snapshot read.
func (b *bench) service(ctx context.Context) (*service.Service, *graph.Snapshot, error) {
	st, err := filestore.Open(ctx, b.dir, filestore.Options{})
	if err != nil {
		return nil, nil, err
	}
	svc := service.New(st, service.Options{})
	snap, err := svc.Snapshot(ctx, "")
	return svc, snap, err
}

func (b *bench) answer(ctx context.Context, q question, svc *service.Service, snap *graph.Snapshot, h *host) error {
	cold, err := effort{coldRuns, b.budget}.measure(ctx, func(ctx context.Context) (float64, error) {
		svc, snap, err := b.service(ctx) // nothing is kept from the run before
		if err != nil {
			return 0, err
		}
		began := time.Now()
		err = q.answer(svc, snap)
		return 1000 * time.Since(began).Seconds(), err
	})
	if err != nil {
		return err
	}
	if err := q.answer(svc, snap); err != nil {
		return err
	}
	before, told := processor()
	warm, err := effort{warmRuns, b.budget / 4}.seconds(ctx, func(context.Context) error { return q.answer(svc, snap) })
	if err != nil {
		return err
	}
	note := "cold " + spread(cold.summary())
	if after, ok := processor(); ok && told {
		note += ", processor time " + number(1000*(after-before)/float64(len(warm))) + " ms each"
	}
	get := func(ctx context.Context) error { return h.get(ctx, q.route) }
	if err := get(ctx); err != nil {
		return err
	}
	web, err := effort{warmRuns, b.budget / 4}.seconds(ctx, get)
	if err != nil {
		return err
	}
	in := figure{Area: answers, Name: q.name, Unit: "ms", Ours: warm.scaled(1000).summary(), Limit: q.limit, Note: note}
	out := figure{Area: overHTTP, Name: q.name, Unit: "ms", Ours: web.scaled(1000).summary(), Limit: "the answer is kept encoded: net/http and the loopback connection"}
	if b.neo != nil {
		b.ask(ctx, q, &in, &out)
	}
	b.add(in)
	b.add(out)
	return ctx.Err()
}

// ask asks Neo4j the same. A question that it cannot answer in time is told, and no error.
func (b *bench) ask(ctx context.Context, q question, in, out *figure) {
	each := func(send func(context.Context, string) error) (summary, string) {
		one := func(ctx context.Context) error {
			for _, name := range q.peer {
				t, err := b.cypher(name)
				if err != nil {
					return err
				}
				if err := send(ctx, t); err != nil {
					return err
				}
			}
			return nil
		}
		began := time.Now()
		for range 3 { // plans are made, pages are read
			if err := one(ctx); err != nil {
				return summary{}, fmt.Sprintf("gave up after %s s: %v", number(time.Since(began).Seconds()), err)
			}
			if time.Since(began) > b.budget {
				break
			}
		}
		s, err := effort{peerRuns, b.budget / 2}.seconds(ctx, one)
		if err != nil {
			return summary{}, err.Error()
		}
		return s.scaled(1000).summary(), ""
	}
	rows := 0
	s, note := each(func(ctx context.Context, t string) (err error) {
		n, err := b.neo.direct.Ask(ctx, t, q.params)
		rows = max(rows, n)
		return err
	})
	if note == "" && rows == 0 {
		note = "no rows"
	}
	in.beside(boltPeer, s, note)
	s, note = each(func(ctx context.Context, t string) error {
		_, err := b.neo.direct.AskHTTP(ctx, t, q.params)
		return err
	})
	out.beside(queryAPIPeer, s, note)
}

// get reads an answer to its end, on a connection that is kept.
func (h *host) get(ctx context.Context, route string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, h.url+prefix+route, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept-Encoding", "identity")
	resp, err := h.client.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 400))
		return fmt.Errorf("GET %s: %s: %s", route, resp.Status, text)
	}
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
