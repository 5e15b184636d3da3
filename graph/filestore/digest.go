package filestore

import (
	"encoding/binary"
	"encoding/hex"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// parseDigest reads what graph.Digest.String writes.
func parseDigest(s string) (d graph.Digest, ok bool) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != 32 {
		return d, false
	}
	for i := range d {
		d[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return d, true
}

// words is d as a row hash, so that one digest can be added to another or taken away.
func words(d graph.Digest) (b [32]byte) {
	for i, w := range d {
		binary.LittleEndian.PutUint64(b[8*i:], w)
	}
	return b
}
