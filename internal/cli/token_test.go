package cli_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// TestTokenCommands: create writes the token alone, list shows all but secrets, revoke ends one; the audit has both.
func TestTokenCommands(t *testing.T) {
	f := newFolder(t)
	secret := f.ok(t, "token", "create", "--role", "analyst", "--expires", "24h", "--name", "Ana")
	if !regexp.MustCompile(`^cwk_[A-Za-z0-9_-]{43}\n$`).MatchString(secret) {
		t.Fatalf("create writes %q", secret)
	}
	var list []struct{ ID, Role, State, Name string }
	out := f.ok(t, "token", "list", "-o", "json")
	if err := json.Unmarshal([]byte(out), &list); err != nil || len(list) != 1 || list[0].Role != "analyst" || list[0].State != "active" || list[0].Name != "Ana" || strings.Contains(out, strings.TrimSpace(secret)) {
		t.Fatalf("%v %s", err, out)
	}
	f.ok(t, "token", "revoke", list[0].ID)
	if out := f.ok(t, "token", "list"); !strings.Contains(out, "revoked") {
		t.Errorf("list:\n%s", out)
	}
	var log []struct{ Action, About, Detail, Outcome, Name string }
	out = f.ok(t, "audit", "-o", "json")
	if err := json.Unmarshal([]byte(out), &log); err != nil || len(log) != 2 || log[0].Action != "token.revoke" || log[0].About != list[0].ID || log[1].Outcome != "done: "+list[0].ID || log[1].Name != "command line" ||
		strings.Contains(out, strings.TrimSpace(secret)) {
		t.Errorf("audit: %v %s", err, out)
	}
	if out := f.ok(t, "audit", "--action", "token.create", "-o", "csv"); strings.Count(out, "\r\n") != 2 || !strings.Contains(out, "role analyst, expires 24h0m0s") {
		t.Errorf("audit of one action:\n%s", out)
	}
	for says, args := range map[string][]string{
		"reader, analyst, editor or admin": {"token", "create", "--role", "none"}, "at least 1s": {"token", "create", "--expires", "-1h"},
		`there is no token "nix"`: {"token", "revoke", "nix"}, "one line of at most 100": {"token", "create", "--name", "a\nb"}, "token revoke takes ID": {"token", "revoke"}, "--limit is 0": {"audit", "--limit", "0"},
	} {
		if r := f.run(t, args...); r.code == 0 || r.out != "" || !strings.Contains(r.err, says) {
			t.Errorf("%v: %d %s%s", args, r.code, r.out, r.err)
		}
	}
}

// TestPublicAddressWantsTokens: where others reach the service, one that nobody could ask is refused, with what to do.
func TestPublicAddressWantsTokens(t *testing.T) {
	r := newFolder(t).run(t, "serve", "--address", "0.0.0.0:0")
	for _, says := range []string{"0.0.0.0:0", "answer nobody", "token create --role reader", "--auth-anonymous reader", "CROSSWALK_AUTH_ANONYMOUS"} {
		if !strings.Contains(r.err, says) {
			t.Errorf("the message does not say %q:\n%s", says, r.err)
		}
	}
	if r.code != 1 {
		t.Errorf("exit code %d", r.code)
	}
}
