package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"unicode/utf8"
)

// Attach is b with every passage's quote filled in from text, the UTF-8 text that its spans count in. b itself stays as
// it is; hashes and digests do not change. Errors: Problems, one that names both hashes where text is not the one whose
// SHA-256 is the report's text_sha256 (rule hash), else one for each span that leaves the text (span) or cuts a
// character in two (rune-boundary).
func Attach(b Bundle, text []byte) (Bundle, error) {
	sum := sha256.Sum256(text)
	if got := hex.EncodeToString(sum[:]); got != b.Report.TextSHA256 {
		return b, Problems{{Path: "$.report.text_sha256", Rule: "hash", Message: otherText(b.Report, got)}}
	}
	if !utf8.Valid(text) {
		return b, Problems{{Path: "$.report.text_sha256", Rule: "encoding", Message: "the text is not UTF-8"}}
	}
	out := b
	out.Passages = slices.Clone(b.Passages)
	var ps Problems
	for i := range out.Passages {
		p := &out.Passages[i]
		path := fmt.Sprintf("$.passages[%d]", i)
		switch {
		case p.Start < 0 || p.End <= p.Start || p.End > len(text):
			ps = append(ps, Problem{Path: path, Rule: "span", Message: fmt.Sprintf("%s: the span [%d, %d) is not within the text's %d bytes", p.ID, p.Start, p.End, len(text))})
		case !boundary(text, p.Start) || !boundary(text, p.End):
			ps = append(ps, Problem{Path: path, Rule: "rune-boundary", Message: fmt.Sprintf("%s: the span [%d, %d) cuts a character in two", p.ID, p.Start, p.End)})
		default:
			p.Quote = string(text[p.Start:p.End])
		}
	}
	if len(ps) > 0 {
		return b, ps
	}
	return out, nil
}

func otherText(r Report, got string) string {
	message := fmt.Sprintf("%s was read from a text with SHA-256 %s; the text given has %s", r.ID, r.TextSHA256, got)
	if got == r.SHA256 {
		message += ", that of the original file: give the text that the reader made of it"
	}
	return message
}

func boundary(text []byte, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }
