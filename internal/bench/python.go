package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/bench/peer"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// python is an interpreter with SciPy and igraph, in a virtual environment of the benchmark's own.
type python struct{ program, script string }

// pythonWait bounds the making of the environment, which fetches some 60 MB once into the user's cache folder.
const pythonWait = 10 * time.Minute

// newPython makes the environment where there is none yet. The error says what is missing.
func newPython(ctx context.Context, temp string) (python, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return python{}, err
	}
	dir := filepath.Join(cache, "crosswalk", "bench-python")
	p := python{filepath.Join(dir, "bin", "python"), filepath.Join(temp, "partners.py")}
	if err := os.WriteFile(p.script, peer.Partners, 0o600); err != nil {
		return p, err
	}
	ctx, cancel := context.WithTimeout(ctx, pythonWait)
	defer cancel()
	if exec.CommandContext(ctx, p.program, "-c", "import igraph, scipy").Run() == nil {
		return p, nil
	}
	for _, command := range [][]string{{"python3", "-m", "venv", dir}, {p.program, "-m", "pip", "install", "--quiet", "scipy", "igraph"}} {
		if text, err := exec.CommandContext(ctx, command[0], command[1:]...).CombinedOutput(); err != nil {
			return p, fmt.Errorf("%s: %w: %s", command[0], err, oneLine(string(text)))
		}
	}
	return p, nil
}

// ranked is what partners.py prints; times in seconds.
type ranked struct {
	SciPy     string  `json:"scipy"`
	Igraph    string  `json:"igraph"`
	Skipped   int     `json:"skipped"`
	Read      float64 `json:"read"`
	One       sample  `json:"one"`
	All       sample  `json:"all"`
	IgraphOne sample  `json:"igraph_one"`
}

// rank lets Python find the partners of all institutions of a file.
func (p python) rank(ctx context.Context, f incidence, runs int) (r ranked, err error) {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.program, p.script, f.path, strconv.Itoa(f.institutions), strconv.Itoa(f.things), strconv.Itoa(opportunity.HubCap), strconv.Itoa(runs))
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return r, fmt.Errorf("partners.py: %w: %s", err, oneLine(string(exit.Stderr)))
	}
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(out, &r)
}
