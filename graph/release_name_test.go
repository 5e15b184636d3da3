package graph

import (
	"strings"
	"testing"
)

func TestReleaseIsNamedByIDOrNumber(t *testing.T) {
	r := Release{Number: 12, Digest: "0123456789abcdef" + strings.Repeat("0", 48)}
	for name, want := range map[string]bool{
		"12": true, "0123456789abcdef": true, "1": false, "": false, "x": false, "0123456789abcdee": false, "0123456789ABCDEF": false,
		"0000000000000012": false, "00000000000000012": false, r.Digest: false, "-12": false,
	} {
		if got := r.Named(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
	if !(Release{}).Named("0000000000000000") {
		t.Error("the release of an empty store has the id of noughts")
	}
}
