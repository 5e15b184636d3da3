package localneo4j

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

//go:embed pom.xml
var pom []byte

// Fetch makes sure that Neo4j's jars (213 files, 123 MB) lie in the user's cache folder and returns that folder.
// What is there already is not fetched again. Callers in other processes wait for the one that fetches, until ctx
// ends. A fetch that was cut off leaves nothing that a later one takes for whole. A line for people goes to log
// (nil: nowhere) before a fetch begins. Errors wrap ErrMissing where Maven is not installed.
func Fetch(ctx context.Context, log io.Writer) (lib string, err error) {
	lib, err = libFolder()
	if err != nil {
		return "", err
	}
	if complete(lib) {
		return lib, nil
	}
	if err := os.MkdirAll(filepath.Dir(lib), 0o755); err != nil {
		return "", fmt.Errorf("fetch Neo4j: %w", err)
	}
	lock := flock.New(lib + ".lock")
	if _, err := lock.TryLockContext(ctx, 200*time.Millisecond); err != nil {
		return "", fmt.Errorf("fetch Neo4j: wait for another process that fetches it (%s): %w", lock.Path(), err)
	}
	defer func() { _ = lock.Unlock() }() // nobody waits for a lock that the system drops at our end
	if complete(lib) {
		return lib, nil // by the one that we waited for
	}
	return lib, fetch(ctx, lib, log)
}

// libFolder names the folder of the jars; another pom.xml gives another folder.
func libFolder() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("fetch Neo4j: no cache folder for this user: %w", err)
	}
	sum := sha256.Sum256(pom)
	return filepath.Join(cache, "crosswalk", "neo4j-"+Version+"-"+hex.EncodeToString(sum[:4])), nil
}

// fetch lets Maven fill a folder beside lib, lists what came and renames the folder: lib is whole or absent.
func fetch(ctx context.Context, lib string, log io.Writer) error {
	mvn, err := findMaven()
	if err != nil {
		return err
	}
	part, err := os.MkdirTemp(filepath.Dir(lib), filepath.Base(lib)+".part-*")
	if err != nil {
		return fmt.Errorf("fetch Neo4j: %w", err)
	}
	defer os.RemoveAll(part)
	file := filepath.Join(part, "pom.xml")
	if err := os.WriteFile(file, pom, 0o644); err != nil {
		return fmt.Errorf("fetch Neo4j: %w", err)
	}
	say(log, "fetching Neo4j %s from Maven Central (123 MB, once) into %s", Version, lib)
	cmd := exec.CommandContext(ctx, mvn, "-q", "-B", "-f", file, "dependency:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+part)
	cmd.WaitDelay = 5 * time.Second
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("fetch Neo4j %s with %s: %w\n%s", Version, mvn, err, tail(out.Bytes(), 20))
	}
	if err := writeList(part); err != nil {
		return fmt.Errorf("fetch Neo4j: %w", err)
	}
	if err := os.RemoveAll(lib); err != nil { // what a cleaner of caches may have left of it
		return fmt.Errorf("fetch Neo4j: %w", err)
	}
	if err := os.Rename(part, lib); err != nil {
		return fmt.Errorf("fetch Neo4j: %w", err)
	}
	return nil
}

// say writes one line for people.
func say(log io.Writer, format string, args ...any) {
	if log != nil {
		fmt.Fprintf(log, format+"\n", args...)
	}
}

// tail is the last n lines of text.
func tail(text []byte, n int) string {
	lines := bytes.Split(bytes.TrimSpace(text), []byte("\n"))
	return string(bytes.Join(lines[max(0, len(lines)-n):], []byte("\n")))
}
