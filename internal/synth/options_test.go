package synth

import (
	"errors"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// TestWrongOptions: everything that is wrong is named at once, with the range that it must lie in.
func TestWrongOptions(t *testing.T) {
	for _, tc := range []struct {
		change func(*Options)
		says   []string
	}{
		{func(o *Options) { o.Partnerships, o.Groups, o.Years = 0, 301, -1 }, []string{"partnerships is 0; it must lie in 1 to 100000", "groups is 301; it must lie in 2 to 300", "years is -1"}},
		{func(o *Options) { o.Institutions, o.FirstYear = 19, 3000 }, []string{"institutions is 19; it must lie in 20 to 30000", "first year is 3000"}},
		{func(o *Options) { o.Groups, o.Institutions = 300, 30000 }, []string{"300 groups and 30000 institutions would have some", "a bundle may have 64"}},
		{func(o *Options) { o.Shares.Size = 0.4 }, []string{"sum to 1.1; they must sum to 1"}},
		{func(o *Options) { o.Shares.Chance, o.Memory, o.Generic = -0.1, 1.1, 2 }, []string{"the share of chance is -0.1", "memory is 1.1", "generic is 2; it must lie in 0 to 1"}},
	} {
		err := options(tc.change).Check()
		if !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v", err)
			continue
		}
		for _, s := range tc.says {
			if !strings.Contains(err.Error(), s) {
				t.Errorf("%q does not say %q", err, s)
			}
		}
	}
	if _, err := NewWorld(Defaults(), 1); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a partnership beyond the last: %v", err)
	}
}

// TestBytesAreForeseen: the size that options are refused by is near the real one.
func TestBytesAreForeseen(t *testing.T) {
	for _, x := range [][2]int{{9, 187}, {9, 3000}, {60, 300}} {
		o := options(func(o *Options) { o.Years, o.Groups, o.Institutions = 1, x[0], x[1] })
		bundles, _ := all(t, o)
		if real, foreseen := float64(len(bundles[0].Encode())), float64(o.bytes()); real > 1.3*foreseen || real < 0.7*foreseen {
			t.Errorf("%v: %.0f bytes, %.0f foreseen", x, real, foreseen)
		}
	}
}
