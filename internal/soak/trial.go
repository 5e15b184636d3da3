package main

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// errNotHere: the machine does not let a trial be made. It is no fault, and always said.
var errNotHere = errors.New("not tried")

// errNoDatabase: no Neo4j can be had, which continuous integration must have. What a kernel forbids there, such as tracing or name
// spaces of one's own, is not the project's to mend.
var errNoDatabase = fmt.Errorf("%w: no Neo4j can be had here", errNotHere)

// excused reports whether err only says that the machine does not let a trial be made, where that may be.
func excused(err error) bool {
	return errors.Is(err, errNotHere) && (os.Getenv("CI") != "true" || !errors.Is(err, errNoDatabase))
}

// trial is one thing that is tried, by a name that -only takes.
type trial struct {
	name string
	run  func(ctx context.Context, h *harness) error
}

var trials = []trial{
	{"folder/kill", func(ctx context.Context, h *harness) error {
		return h.killing("folder/kill", h.folder("kill"), small).run(ctx, h.kills)
	}},
	{powerTrial, func(ctx context.Context, h *harness) error { return h.powering(small).run(ctx, h.kills) }},
	{limitTrial, func(ctx context.Context, h *harness) error { return h.limited(ctx, h.kills) }},
	{spaceTrial, func(ctx context.Context, h *harness) error { return h.crowded(ctx, h.kills) }},
	{damageTrial, func(ctx context.Context, h *harness) error { return h.damaged(ctx, h.kills) }},
	{"folder/history", func(ctx context.Context, h *harness) error {
		return h.concurrent(ctx, "folder/history", h.folder("history"), small, h.kills)
	}},
	{"neo4j/kill", func(ctx context.Context, h *harness) error { return h.killAtDatabase(ctx, h.kills) }},
	{cutTrial, func(ctx context.Context, h *harness) error { return h.cutLines(ctx, h.kills) }},
	{"neo4j/history", func(ctx context.Context, h *harness) error { return h.concurrentAtDatabase(ctx, h.kills/2) }},
	{handTrial, func(ctx context.Context, h *harness) error { return h.byHand(ctx) }},
	{serverTrial, func(ctx context.Context, h *harness) error { return h.killServer(ctx, (h.kills+4)/5) }},
}

func trialNames() (names []string) {
	for _, t := range trials {
		names = append(names, t.name)
	}
	return names
}
