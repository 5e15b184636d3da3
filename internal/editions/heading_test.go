package editions_test

import (
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/editions"
)

// TestHeadings: every heading of a passage's section is a line of the report as printed, white space aside, or its beginning,
// cut with "…", or one of ours, in square brackets. A part stands as "Part I", with the words behind it as a heading of their own.
func TestHeadings(t *testing.T) {
	for _, name := range editions.Names() {
		b, err := editions.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := map[string]bool{}
		for line := range strings.Lines(string(source(t, name))) {
			line = strings.Join(strings.Fields(line), " ")
			lines[line] = true
			if part, title, ok := strings.Cut(strings.Replace(line, "Part III ", "Part III: ", 1), ": "); ok && strings.HasPrefix(part, "Part I") {
				lines[part], lines[title] = true, true
			}
		}
		checked := map[string]bool{}
		for _, p := range b.Passages {
			for _, h := range p.Section {
				if checked[h] {
					continue
				}
				checked[h] = true
				if !bracketed(h) && !stands(h, lines) {
					t.Errorf("%s, line %d: the report prints no heading %q", p.ID, p.Line, h)
				}
			}
		}
		if len(checked) < 10 {
			t.Errorf("%s: passages stand under %d headings only", name, len(checked))
		}
	}
}

func bracketed(heading string) bool {
	return strings.HasPrefix(heading, "[") && strings.HasSuffix(heading, "]")
}

// stands reports whether the heading is a line, or where it is cut the beginning of one.
func stands(heading string, lines map[string]bool) bool {
	begun, isCut := strings.CutSuffix(heading, "…")
	if !isCut {
		return lines[heading]
	}
	for line := range lines {
		if strings.HasPrefix(line, begun) {
			return true
		}
	}
	return false
}
