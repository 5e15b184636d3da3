package main

import (
	"bytes"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
)

const handTrial = "neo4j/hand"

// told by the endings of a database that somebody wrote to by hand.
const handTold ending = "told by readiness, a new start and a reader; mended by repair"

//go:embed hand/*.cypher
var handwritten embed.FS

// byHand writes to the database behind the program's back. As soon as the program reads again, because somebody loads, its readiness
// says so and it goes on with the graph that it had; a program that starts says so and ends; repair makes all well.
func (h *harness) byHand(ctx context.Context) error {
	d, err := h.database(ctx)
	if err != nil {
		return err
	}
	p, err := d.emptied(ctx, 30*time.Second)
	if err != nil {
		return err
	}
	k := h.killing(handTrial, p, small)
	if err := k.model.found(ctx, p, small); err != nil {
		return err
	}
	for _, name := range []string{"property", "link", "entity"} {
		if err := k.written(ctx, d, name); err != nil {
			return fmt.Errorf("%s: %s: %w", handTrial, name, err)
		}
		h.sum.add(handTrial, name+" written by hand", handTold)
	}
	return nil
}

func (k *killing) written(ctx context.Context, d *database, name string) error {
	s, err := k.serve(ctx, k.place)
	if err != nil {
		return err
	}
	defer s.kill()
	url, ok := <-s.url
	if !ok {
		return fmt.Errorf("the program ended by itself: %s", s.ended())
	}
	if err := d.write(ctx, name); err != nil {
		return err
	}
	store, err := k.place.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close(ctx)
	if _, err := store.Snapshot(ctx); !errors.Is(err, neo4jstore.ErrWrittenByHand) {
		return fmt.Errorf("a reader was told: %w", err)
	}
	c := k.world.judge(k.dice, k.model.number())
	c.Judge[0].Verdict = graph.Unsure // touches no row that was written to
	next, err := k.model.after(c)
	if err != nil {
		return err
	}
	r, _, err := store.Apply(ctx, c)
	if err != nil {
		return fmt.Errorf("a load beside: %w", err)
	}
	k.model.made(next, r)
	if err := says(ctx, url, func(r readiness) bool { return r.Status == "stale" && strings.Contains(r.Reason, "by hand") }); err != nil {
		return err
	}
	if err := k.refusesToStart(ctx); err != nil {
		return err
	}
	if r, _, err = store.(*neo4jstore.Store).Repair(ctx, "soak"); err != nil {
		return fmt.Errorf("repair: %w", err)
	}
	k.model.made(next, r)
	if err := says(ctx, url, func(now readiness) bool { return now.Status == "ready" && now.Number == r.Number }); err != nil {
		return err
	}
	_, err = k.model.audit(ctx, store, next, r.Number)
	return err
}

// says waits until readiness is as it must be.
func says(ctx context.Context, url string, must func(readiness) bool) error {
	var r readiness
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		var err error
		if r, err = ready(ctx, url); err != nil {
			return err
		}
		if must(r) {
			return nil
		}
	}
	return fmt.Errorf("readiness still says %+v", r)
}

func (k *killing) refusesToStart(ctx context.Context) error {
	s, err := k.serve(ctx, k.place)
	if err != nil {
		return err
	}
	if url, ok := <-s.url; ok {
		return fmt.Errorf("a program that starts answers at %s: %s", url, s.kill())
	}
	if said := s.ended(); !strings.Contains(said, "by hand") {
		return fmt.Errorf("a program that starts says: %s", said)
	}
	return nil
}

// write sends a statement as somebody at Neo4j's own console would.
func (d *database) write(ctx context.Context, name string) error {
	statement, err := handwritten.ReadFile("hand/" + name + ".cypher")
	if err != nil {
		return err
	}
	body, err := json.Marshal(map[string]any{"statements": []any{map[string]any{"statement": string(statement)}}})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, d.server.HTTP+"/db/neo4j/tx/commit", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.SetBasicAuth(d.server.Username, d.server.Password)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	said, err := io.ReadAll(resp.Body)
	if err == nil && !bytes.Contains(said, []byte(`"errors":[]`)) {
		err = fmt.Errorf("the database refused what was written by hand: %s", said)
	}
	return err
}
