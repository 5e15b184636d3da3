package synth

import (
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// sentence joins a beginning and a subject in three languages, with a place after it.
func sentence(start, subject named, where string) graph.Names {
	if where != "" {
		where = ", " + where
	}
	out := graph.Names{}
	for i, lang := range graph.Languages {
		out[lang] = start[i] + " " + subject[i] + where
	}
	return out
}

// slug is the segment of an id for an English phrase: lower case, everything but letters and digits a hyphen.
func slug(words ...string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.Join(words, "-")) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}

// numbered is a slug with a number that makes it unlike all others of its kind.
func numbered(text string, n int) string { return slug(text) + "-" + strconv.Itoa(n) }

// ours marks the languages in which a name is ours.
func ours(languages ...string) map[string]string {
	out := map[string]string{}
	for _, l := range languages {
		out[l] = "ours"
	}
	return out
}

// acronym is the first letters of a name's longer words, in capitals, with a number.
func acronym(name string, n int) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(slug(name), func(r rune) bool { return r == '-' }) {
		if len(w) > 3 && b.Len() < 5 {
			b.WriteString(strings.ToUpper(w[:1]))
		}
	}
	return b.String() + strconv.Itoa(n)
}
