package main

import (
	"strings"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"
)

func TestConcurrentFolderIsLinearizable(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	mustHold(t, h, h.concurrent(t.Context(), "folder/history", h.folder("history"), small, 15))
}

// TestHistoriesThatCannotBe: an acknowledged load that a later reader does not see, a reader that sees what an earlier one did not,
// and a graph that is half a load have no order; the same load whose end nobody knows has one, before or after.
func TestHistoriesThatCannotBe(t *testing.T) {
	c := newChecker(small)
	from := held{number: 1}
	next, _ := from.after([]setting{{0, 1}, {1, 1}})
	half := from
	half.versions[0] = 1
	old, young := answered{number: 1, digest: c.digest(from.versions)}, answered{number: 2, digest: c.digest(next.versions)}
	load := func(a answered, call, back int64) porcupine.Operation {
		return porcupine.Operation{Input: asked{[]setting{{0, 1}, {1, 1}}}, Output: a, Call: call, Return: back}
	}
	read := func(a answered, call, back int64) porcupine.Operation {
		return porcupine.Operation{ClientId: 1, Input: asked{}, Output: a, Call: call, Return: back}
	}
	told := answered{changed: true, number: 2, digest: young.digest}
	unknown := answered{unknown: true}
	for name, tc := range map[string]struct {
		history []porcupine.Operation
		can     bool
	}{
		"seen after":              {[]porcupine.Operation{load(told, 0, 10), read(young, 20, 30)}, true},
		"lost":                    {[]porcupine.Operation{load(told, 0, 10), read(old, 20, 30)}, false},
		"seen, then not":          {[]porcupine.Operation{load(unknown, 0, 100), read(young, 10, 20), read(old, 30, 40)}, false},
		"unknown and made":        {[]porcupine.Operation{load(unknown, 0, 100), read(old, 10, 20), read(young, 30, 40)}, true},
		"unknown and not made":    {[]porcupine.Operation{load(unknown, 0, 10), read(old, 20, 30)}, true},
		"half a load":             {[]porcupine.Operation{load(unknown, 0, 10), read(answered{number: 2, digest: c.digest(half.versions)}, 20, 30)}, false},
		"the number of another":   {[]porcupine.Operation{load(told, 0, 10), read(answered{number: 1, digest: young.digest}, 20, 30)}, false},
		"told of what is not new": {[]porcupine.Operation{load(told, 0, 10), load(told, 20, 30)}, false},
	} {
		err := c.check(from, tc.history, 10*time.Second)
		if tc.can != (err == nil) || err != nil && !strings.Contains(err.Error(), "no order") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
