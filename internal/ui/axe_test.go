package ui_test

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// axeVersion is the version of axe-core, the accessibility checker, that the pages are held to.
const axeVersion = "4.14.1"

// TestAxe: axe-core finds no breach of WCAG 2.2 A and AA in the pages, wide and narrow, light and dark, everything open.
// axe-core is fetched by npm once into the user's cache folder; without npm or the registry the test is skipped.
func TestAxe(t *testing.T) {
	ctx := tab(t)
	script, err := axe()
	if err != nil {
		t.Skipf("no axe-core: %v", err)
	}
	url := serveReport(t)
	addresses := []string{serve(t) + "/", serve(t, graphtest.Edition2018(t), graphtest.Edition2019(t)) + "/"}
	for _, path := range append(slices.Clone(pages), "/nothing", "/docs", "/en/entities/group:cmp:enrgy") {
		addresses = append(addresses, url+path)
	}
	for _, path := range addresses {
		for width, scheme := range map[int64]string{1280: "dark", 360: "light"} {
			open(t, ctx, path, width, scheme)
			evaluate[any](t, ctx, script+";0")
			found := evaluate[struct {
				Passes     int
				Violations []struct {
					ID, Help string
					Nodes    []string
				}
			}](t, ctx, `(async () => {
				document.querySelectorAll("details").forEach(d => d.open = true);
				const r = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"]});
				return {passes: r.passes.length, violations: r.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 5).map(n => n.html.slice(0, 120))}))};
			})()`)
			if found.Passes < 8 {
				t.Errorf("%s: only %d rules were judged", path, found.Passes)
			}
			for _, v := range found.Violations {
				t.Errorf("%s at %d px, %s: %s (%s):\n  %s", path, width, scheme, v.Help, v.ID, strings.Join(v.Nodes, "\n  "))
			}
		}
	}
}

// axe is axe-core's script, from the user's cache folder or fetched into it.
func axe() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(dir, "crosswalk", "axe-core")
	archive := filepath.Join(dir, "axe-core-"+axeVersion+".tgz")
	if _, err := os.Stat(archive); err != nil {
		if err := fetchAxe(dir, archive); err != nil {
			return "", err
		}
	}
	return readAxe(archive)
}

// fetchAxe lets npm fetch the archive into a folder of its own and moves it into place whole.
func fetchAxe(dir, archive string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(dir, "fetch-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	npm := exec.CommandContext(ctx, "npm", "pack", "--silent", "axe-core@"+axeVersion)
	npm.Dir = temp
	if out, err := npm.CombinedOutput(); err != nil {
		return fmt.Errorf("npm pack: %w: %s", err, out)
	}
	return os.Rename(filepath.Join(temp, filepath.Base(archive)), archive)
}

func readAxe(archive string) (string, error) {
	f, err := os.Open(archive)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err != nil {
			return "", fmt.Errorf("%s holds no axe.min.js: %w", archive, err)
		}
		if h.Name == "package/axe.min.js" {
			b, err := io.ReadAll(r)
			return string(b), err
		}
	}
}
