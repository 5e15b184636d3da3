package opportunity

import "testing"

// TestOwnParagraphs: a paragraph that lists several things argues once.
func TestOwnParagraphs(t *testing.T) {
	s := func(places ...[]string) support { return support{places: places} }
	for _, tc := range []struct {
		name string
		in   []support
		kept int
	}{
		{"each its own", []support{s([]string{"a1"}, []string{"b1"}), s([]string{"a2"}, []string{"b2"})}, 2},
		{"one list on one side", []support{s([]string{"a1"}, []string{"b1"}), s([]string{"a1"}, []string{"b2"})}, 1},
		{"a second paragraph makes room", []support{s([]string{"a1", "a2"}, []string{"b1"}), s([]string{"a1"}, []string{"b2"})}, 2},
		{"three in two paragraphs", []support{s([]string{"a1", "a2"}, []string{"b1"}), s([]string{"a1", "a2"}, []string{"b2"}), s([]string{"a1", "a2"}, []string{"b3"})}, 2},
	} {
		kept, rest := ownParagraphs(tc.in, 2)
		if len(kept) != tc.kept || len(kept)+len(rest) != len(tc.in) {
			t.Errorf("%s: %d kept, %d left out; want %d kept", tc.name, len(kept), len(rest), tc.kept)
		}
	}
}
