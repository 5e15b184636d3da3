package cli_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestHealth: a service that answers is ready; one whose store cannot be asked any more says so, and so does one that holds nothing.
func TestHealth(t *testing.T) {
	f := newFolder(t)
	s := f.serve(t, "--releases-poll", "20ms")
	health := func(more ...string) result {
		return f.run(t, append([]string{"health", "--address", strings.TrimPrefix(s.url, "http://")}, more...)...)
	}
	if r := health(); r.code != 0 || r.out != "ready\n" {
		t.Errorf("of a service: %d %q %s", r.code, r.out, r.err)
	}
	if r := health("-o", "csv"); r.code != 0 || !strings.HasPrefix(r.out, "status,release,number,reports,age_seconds,reason\r\nready,") {
		t.Errorf("as CSV: %d %q %s", r.code, r.out, r.err)
	}
	f.ok(t, "withdraw", "cmp-2018")
	waitUntil(t, "the withdrawal shows", func() bool { return health().out == "ready, but nothing is loaded\n" })
	if err := os.Rename(string(f), string(f)+"-aside"); err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(string(f) + "-aside")
	waitUntil(t, "the folder's absence shows", func() bool { return strings.HasPrefix(health().out, "ready, but stale: ") })
	var said struct{ Status, Reason string }
	if r := health("-o", "json"); r.code != 0 || json.Unmarshal([]byte(r.out), &said) != nil || said.Status != "stale" || said.Reason == "" {
		t.Errorf("as JSON: %d %q %s", r.code, r.out, r.err)
	}
}
