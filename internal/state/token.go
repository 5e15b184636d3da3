package state

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/access"
)

// Token is what is kept of a token: never its secret.
type Token struct {
	ID      string
	Name    string
	Role    access.Role
	Created time.Time
	Expires time.Time // zero: never
	Revoked time.Time // zero: it stands
	Used    time.Time // last, to the minute; zero: never
}

// State is whether the token is good: active, expired or revoked.
func (t Token) State(now time.Time) string {
	switch {
	case !t.Revoked.IsZero():
		return "revoked"
	case !t.Expires.IsZero() && !now.Before(t.Expires):
		return "expired"
	}
	return "active"
}

// secretPrefix begins every secret, so that one that leaked is known for what it is.
const secretPrefix = "cwk_"

// CreateToken makes a token and gives its secret, 256 random bits, which nobody can read again. A zero life never ends. Errors wrap
// graph.ErrInvalid for a role that may nothing, a name of more than 100 characters, or a life that is over.
func (s *Store) CreateToken(ctx context.Context, name string, role access.Role, life time.Duration) (secret string, t Token, err error) {
	var problems []error
	if role <= access.None || role > access.Admin {
		problems = append(problems, fmt.Errorf("a token's role must be one of %s: %w", strings.Join(access.RoleNames()[1:], ", "), graph.ErrInvalid))
	}
	if utf8.RuneCountInString(name) > 100 || !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		problems = append(problems, fmt.Errorf("a token's name must be one line of at most 100 characters: %w", graph.ErrInvalid))
	}
	if life < 0 {
		problems = append(problems, fmt.Errorf("a token that lives for %v is over already: %w", life, graph.ErrInvalid))
	}
	if err := errors.Join(problems...); err != nil {
		return "", t, err
	}
	var random [32]byte
	var id [6]byte
	rand.Read(random[:]) // never fails
	rand.Read(id[:])
	now := s.now().UTC().Truncate(time.Second)
	secret = secretPrefix + base64.RawURLEncoding.EncodeToString(random[:])
	t = Token{ID: hex.EncodeToString(id[:]), Name: name, Role: role, Created: now}
	if life > 0 {
		t.Expires = now.Add(life).Truncate(time.Second)
	}
	_, err = s.db.ExecContext(ctx, "INSERT INTO tokens (id, hash, name, role, created, expires) VALUES (?, ?, ?, ?, ?, ?)", t.ID, hashOf(secret), t.Name, t.Role.String(), stamp(t.Created), stamp(t.Expires))
	if err != nil {
		return "", Token{}, unavailable("keep the token", err)
	}
	return secret, t, nil
}

func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

const tokenColumns = "id, name, role, created, expires, revoked, used"

// Tokens lists all tokens, the newest first.
func (s *Store) Tokens(ctx context.Context) ([]Token, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT "+tokenColumns+" FROM tokens ORDER BY created DESC, id")
	if err != nil {
		return nil, unavailable("read the tokens", err)
	}
	defer rows.Close()
	out := []Token{}
	for rows.Next() {
		t, err := scanToken(rows)
		if err != nil {
			return nil, unavailable("read the tokens", err)
		}
		out = append(out, t)
	}
	return out, unavailable("read the tokens", rows.Err())
}

func scanToken(row interface{ Scan(...any) error }) (Token, error) {
	var t Token
	var role, created, expires, revoked, used string
	if err := row.Scan(&t.ID, &t.Name, &role, &created, &expires, &revoked, &used); err != nil {
		return t, err
	}
	t.Created, t.Expires, t.Revoked, t.Used = moment(created), moment(expires), moment(revoked), moment(used)
	var err error
	t.Role, err = access.ParseRole(role)
	return t, err
}

// RevokeToken ends a token; one that was revoked before stays as it was. Errors wrap graph.ErrNotFound.
func (s *Store) RevokeToken(ctx context.Context, id string) (Token, error) {
	if _, err := s.db.ExecContext(ctx, "UPDATE tokens SET revoked = ? WHERE id = ? AND revoked = ''", stamp(s.now()), id); err != nil {
		return Token{}, unavailable("revoke the token", err)
	}
	t, err := scanToken(s.db.QueryRowContext(ctx, "SELECT "+tokenColumns+" FROM tokens WHERE id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return Token{}, fmt.Errorf("there is no token %.50q: %w", id, graph.ErrNotFound)
	}
	return t, unavailable("read the token", err)
}

// Principal is who shows the secret of a token, and until when that holds. Errors wrap access.ErrUnknown for one that is not known, was
// revoked, or has expired: which of these is not told.
func (s *Store) Principal(ctx context.Context, secret string) (access.Principal, time.Time, error) {
	t, err := scanToken(s.db.QueryRowContext(ctx, "SELECT "+tokenColumns+" FROM tokens WHERE hash = ?", hashOf(secret)))
	if errors.Is(err, sql.ErrNoRows) || err == nil && t.State(s.now()) != "active" {
		return access.Principal{}, time.Time{}, access.ErrUnknown
	}
	if err != nil {
		return access.Principal{}, time.Time{}, unavailable("look the token up", err)
	}
	if now := s.now(); now.Sub(t.Used) > time.Minute {
		// That it was used is told if it can be; the answer does not wait for a disk that is full.
		_, _ = s.db.ExecContext(ctx, "UPDATE tokens SET used = ? WHERE id = ?", stamp(now), t.ID)
	}
	return access.Principal{Subject: "token:" + t.ID, Name: t.Name, Role: t.Role}, t.Expires, nil
}
