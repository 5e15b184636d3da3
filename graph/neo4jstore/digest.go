package neo4jstore

import (
	"encoding/binary"
	"encoding/hex"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// parseDigest reads what graph.Digest.String wrote; the empty text is the digest of the empty graph.
func parseDigest(s string) (d graph.Digest, ok bool) {
	if s == "" {
		return d, true
	}
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != 32 {
		return d, false
	}
	for i := range d {
		d[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return d, true
}

// words is a digest as the row hash that Add and Subtract take: digests are sums, so that whole graphs add up as rows do.
func words(d graph.Digest) (h [32]byte) {
	for i, w := range d {
		binary.LittleEndian.PutUint64(h[8*i:], w)
	}
	return h
}
