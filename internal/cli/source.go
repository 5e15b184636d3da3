package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// reportOf finds the loaded report whose text has the hash of text.
func reportOf(s *graph.Snapshot, text []byte) (string, error) {
	sum := sha256.Sum256(text)
	hash := hex.EncodeToString(sum[:])
	for _, r := range s.Reports() {
		if r.TextSHA256 == hash {
			return r.ID, nil
		}
	}
	var known string
	for _, r := range s.Reports() {
		known += fmt.Sprintf("\n  %s was read from a text with SHA-256 %s", r.ID, r.TextSHA256)
	}
	return "", fmt.Errorf("no loaded report was read from this text (SHA-256 %s):%s: %w", hash, known, graph.ErrInvalid)
}
