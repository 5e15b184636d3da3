package graph

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDigestIsReadAsItWasWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := drawDigest(t, "digest")
		if got, err := ParseDigest(want.String()); err != nil || got != want {
			t.Errorf("%v came back as %v, %v", want, got, err)
		}
	})
	if d, err := ParseDigest(""); err != nil || d != (Digest{}) {
		t.Errorf("the empty text: %v, %v", d, err)
	}
	for _, bad := range []string{"x", "00", strings.Repeat("g", 64), strings.Repeat("0", 66)} {
		if _, err := ParseDigest(bad); !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), "64 hex digits") {
			t.Errorf("%q: %v, want ErrInvalid that says what a digest is", bad, err)
		}
	}
}

// A whole less a part plus another part is the whole with the other part, also where the sums pass 2^256.
func TestDigestOfAPartIsReplaced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rest, old, next := drawDigest(t, "rest"), drawDigest(t, "old"), drawDigest(t, "next")
		whole, want := rest.Add(old.bytes()), rest.Add(next.bytes())
		if got := whole.Replace(old, next); got != want {
			t.Errorf("%v, want %v", got, want)
		}
		if got := whole.Replace(old, old); got != whole {
			t.Errorf("replaced by itself %v became %v", whole, got)
		}
	})
}

func drawDigest(t *rapid.T, label string) (d Digest) {
	for i := range d {
		d[i] = rapid.Uint64().Draw(t, label)
	}
	return d
}
