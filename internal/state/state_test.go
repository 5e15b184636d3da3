package state_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/internal/state"
)

var noon = time.Date(2026, 1, 2, 12, 0, 0, 0, time.UTC)

func open(t *testing.T, dir string, now func() time.Time) *state.Store {
	t.Helper()
	s, err := state.Open(t.Context(), dir, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// A token is good until it expires or is revoked, for every process that has the file open; its secret is nowhere in the folder.
func TestTokenLives(t *testing.T) {
	dir := t.TempDir()
	now := noon
	clock := func() time.Time { return now }
	a, b := open(t, dir, clock), open(t, dir, clock)
	secret, tok, err := a.CreateToken(t.Context(), "Énergie", access.Analyst, time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	p, until, err := b.Principal(t.Context(), secret)
	if err != nil || p.Role != access.Analyst || p.Subject != "token:"+tok.ID || p.Name != "Énergie" || !until.Equal(noon.Add(time.Hour)) {
		t.Errorf("%+v until %v: %v", p, until, err)
	}
	if other, _, _ := a.CreateToken(t.Context(), "", access.Reader, 0); other == secret || len(other) < 40 {
		t.Errorf("secret %q", other)
	}
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if strings.Contains(string(content), secret) {
			t.Errorf("%s holds the secret", path)
		}
		if info, _ := d.Info(); info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s can be read by others: %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	now = noon.Add(time.Hour)
	if _, _, err := b.Principal(t.Context(), secret); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("expired: %v", err)
	}
	now = noon
	for range 2 {
		if got, err := a.RevokeToken(t.Context(), tok.ID); err != nil || !got.Revoked.Equal(noon) {
			t.Errorf("revoke: %+v %v", got, err)
		}
		now = now.Add(time.Minute)
	}
	if _, _, err := b.Principal(t.Context(), secret); !errors.Is(err, access.ErrUnknown) {
		t.Errorf("revoked: %v", err)
	}
	if _, err := a.RevokeToken(t.Context(), "' OR 1=1 --"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("revoke nothing: %v", err)
	}
	all, err := b.Tokens(t.Context())
	if err != nil || len(all) != 2 || all[0].State(now)+all[1].State(now) != "activerevoked" && all[0].State(now)+all[1].State(now) != "revokedactive" {
		t.Errorf("%+v %v", all, err)
	}
}

func TestWrongTokensAreRefusedWhole(t *testing.T) {
	s := open(t, t.TempDir(), nil)
	_, _, err := s.CreateToken(t.Context(), strings.Repeat("x", 101), access.None, -time.Second)
	for _, want := range []string{"role must be one of reader, analyst, editor, admin", "at most 100 characters", "is over already"} {
		if err == nil || !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("not told: %s (%v)", want, err)
		}
	}
	if _, _, err := s.CreateToken(t.Context(), "a\nb", access.Reader, 0); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("two lines: %v", err)
	}
	if all, _ := s.Tokens(t.Context()); len(all) != 0 {
		t.Errorf("%+v was kept", all)
	}
}

// The audit log has what was intended before what became of it, and pages backwards.
func TestAuditHasIntentAndOutcome(t *testing.T) {
	s := open(t, t.TempDir(), func() time.Time { return noon })
	by := access.Principal{Subject: "token:1", Name: "Ana"}
	for i := range 3 {
		end, err := s.Intend(t.Context(), by, "cypher", "", "RETURN ?")
		if err != nil {
			t.Fatal(err)
		}
		if i == 1 { // whose process ended
			continue
		}
		if err := end("done"); err != nil {
			t.Fatal(err)
		}
	}
	all, err := s.Audit(t.Context(), "cypher", 0, 2)
	if err != nil || len(all) != 2 || all[0].Outcome != "done" || all[1].Outcome != "" || !all[1].Ended.IsZero() || all[0].Subject != "token:1" {
		t.Fatalf("%+v %v", all, err)
	}
	if rest, err := s.Audit(t.Context(), "", all[1].ID, 10); err != nil || len(rest) != 1 {
		t.Errorf("%+v %v", rest, err)
	}
	if none, err := s.Audit(t.Context(), "load", 0, 10); err != nil || len(none) != 0 {
		t.Errorf("%+v %v", none, err)
	}
}

// Several that open a new folder at once all find the tables; a file of a newer program is refused and left as it is.
func TestOpening(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			s, err := state.Open(context.Background(), dir, nil)
			if err != nil {
				t.Error(err)
				return
			}
			if _, _, err := s.CreateToken(context.Background(), "", access.Reader, 0); err != nil {
				t.Error(err)
			}
			_ = s.Close()
		})
	}
	all.Wait()
	if ts, err := open(t, dir, nil).Tokens(t.Context()); err != nil || len(ts) != 8 {
		t.Errorf("%d tokens, %v", len(ts), err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, state.FileName))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)"); err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	if _, err := state.Open(t.Context(), dir, nil); !errors.Is(err, graph.ErrNewer) || !strings.Contains(err.Error(), "step 999") {
		t.Errorf("newer: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, state.FileName), []byte("no database, whatever it says"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"-wal", "-shm"} {
		_ = os.Remove(filepath.Join(dir, state.FileName+f))
	}
	if _, err := state.Open(t.Context(), dir, nil); !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), state.FileName) {
		t.Errorf("no database: %v", err)
	}
}
