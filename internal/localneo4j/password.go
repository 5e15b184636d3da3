package localneo4j

import (
	"bytes"
	"context"
	"crypto/rand"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

//go:embed change_password.cypher
var changePassword string

//go:embed show_user.cypher
var showUser string

// local speaks to servers of this machine: no proxy, no connection that outlives its answer.
var local = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}

const (
	firstPassword = "neo4j" // of every fresh Neo4j; it must be changed before anything else
	passwordName  = "password"
)

// PasswordFile is the file in the kept folder dir that holds the password of the server there.
func PasswordFile(dir string) string { return filepath.Join(dir, passwordName) }

var errUnauthorized = errors.New("the password is not accepted")

// ownPassword makes sure that the server has a password that only this user knows, and returns it. It is written
// before it is set, so that a start that is cut off between the two can be finished by the next.
func ownPassword(ctx context.Context, url, dir string) (string, error) {
	path := PasswordFile(dir)
	text, err := os.ReadFile(path)
	password := strings.TrimSpace(string(text))
	switch {
	case errors.Is(err, os.ErrNotExist):
		password = rand.Text()
		if err := writePrivate(path, []byte(password+"\n")); err != nil {
			return "", err
		}
	case err != nil:
		return "", err
	default:
		if err := system(ctx, url, password, showUser, nil); !errors.Is(err, errUnauthorized) {
			return password, err
		}
	}
	err = system(ctx, url, firstPassword, changePassword, map[string]any{"old": firstPassword, "new": password})
	if errors.Is(err, errUnauthorized) {
		return "", fmt.Errorf("%s does not hold the password of this database: put it there, or remove the folder %s to begin anew, which loses what was loaded: %w", path, dir, err)
	}
	if err != nil {
		return "", fmt.Errorf("change the first password: %w", err)
	}
	return password, nil
}

// system runs one statement on the system database, again while that is still coming up.
func system(ctx context.Context, url, password, statement string, parameters map[string]any) error {
	for {
		again, err := systemOnce(ctx, url, password, statement, parameters)
		if err == nil || !again {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(200 * time.Millisecond):
		}
	}
}

func systemOnce(ctx context.Context, url, password, statement string, parameters map[string]any) (again bool, err error) {
	body, err := json.Marshal(map[string]any{"statements": []any{map[string]any{"statement": statement, "parameters": parameters}}})
	if err != nil {
		return false, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url+"/db/system/tx/commit", bytes.NewReader(body))
	if err != nil {
		return false, err
	}
	req.SetBasicAuth("neo4j", password)
	req.Header.Set("Content-Type", "application/json")
	resp, err := local.Do(req)
	if err != nil {
		return ctx.Err() == nil, err
	}
	defer resp.Body.Close()
	var answer struct {
		Errors []struct{ Code, Message string }
	}
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return true, fmt.Errorf("%s: %w", resp.Status, err)
	}
	if resp.StatusCode == http.StatusUnauthorized {
		return false, errUnauthorized
	}
	for _, e := range answer.Errors {
		return strings.HasPrefix(e.Code, "Neo.TransientError."), fmt.Errorf("%s: %s", e.Code, e.Message)
	}
	return false, nil
}
