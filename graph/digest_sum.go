package graph

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
)

// ParseDigest reads what Digest.String wrote; the empty text is the digest of the empty graph. The error wraps ErrInvalid.
func ParseDigest(s string) (d Digest, err error) {
	if s == "" {
		return d, nil
	}
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != 8*len(d) {
		return d, fmt.Errorf("digest %.80q is not %d hex digits: %w", s, 16*len(d), ErrInvalid)
	}
	for i := range d {
		d[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return d, nil
}

// Replace returns the digest of a graph whose digest is d after the rows with the digest old became those with the digest
// next: digests are sums, so that the digest of a part can be taken from that of the whole.
func (d Digest) Replace(old, next Digest) Digest {
	return d.Subtract(old.bytes()).Add(next.bytes())
}

// bytes is d as a row hash.
func (d Digest) bytes() (b [32]byte) {
	for i, w := range d {
		binary.LittleEndian.PutUint64(b[8*i:], w)
	}
	return b
}
