package reading

import "strings"

// headings holds every path of the outline to the text: a heading is ours, in square brackets, or the section's own line prints
// it, white space aside, or an earlier section's line did. Headings of one line follow each other in it ("Part I", then its
// title), to its end; a long one may be cut, and then ends in "…".
func (c *compiler) headings() {
	printed := map[string]bool{}
	for _, s := range c.sections {
		rest := c.text.folded(s.Line)
		for i, h := range s.Path {
			last := i == len(s.Path)-1
			if ours(h) || !last && printed[h] {
				continue
			}
			after, ok := behind(rest, h)
			switch {
			case !ok:
				c.bad(s.file, s.line, "heading", "%q is not printed on line %d; a heading of ours stands in square brackets", h, s.Line)
			case last && after != "":
				c.bad(s.file, s.line, "heading", "line %d goes on behind %q with %q; a heading that is cut ends in …", s.Line, h, cut([]byte(after)))
			}
			printed[h], rest = true, after
		}
	}
}

// ours reports whether a heading stands in square brackets, for the report prints none there.
func ours(heading string) bool {
	return strings.HasPrefix(heading, "[") && strings.HasSuffix(heading, "]")
}

// behind is what a line has behind the heading with which it begins, without the mark between them; nothing behind one that is cut.
func behind(line, heading string) (rest string, ok bool) {
	begun, isCut := strings.CutSuffix(heading, " …")
	rest, ok = strings.CutPrefix(line, begun)
	if !ok || begun == "" || isCut && !strings.HasPrefix(rest, " ") {
		return "", false
	}
	if isCut {
		return "", true
	}
	return strings.TrimLeft(rest, ": "), true
}
