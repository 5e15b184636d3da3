package reading_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions/reading"
)

// TestHeadings: what a line prints at its beginning may be cut or stand as several headings; what is ours needs no line.
func TestHeadings(t *testing.T) {
	for name, path := range map[string]string{
		"cut":          `[Energy, The energy group …]`,
		"two of one":   `[Energy, The energy, group met …]`,
		"ours":         `[Energy, "[Introduction]"]`,
		"ours between": `[Energy, "[Meetings]", The energy group …]`,
		"ours above":   `["[Groups]", The energy group …]`,
	} {
		dir := laid(t)
		dir["more.yaml"] = &fstest.MapFile{Data: []byte("sections:\n  - {line: 5, path: " + path + ", chapter: group:test:energy}\n")}
		b, err := reading.Compile(dir, source(t))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		i := slices.IndexFunc(b.Passages, func(p graph.Passage) bool { return p.Line == 6 })
		if got := b.Passages[i].Section; len(got) < 2 {
			t.Errorf("%s: the passage below stands under %q", name, got)
		}
	}
}
