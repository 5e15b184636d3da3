package graph

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// The most characters of a name and of any other text.
const (
	maxName = 500
	maxText = 5000
)

// text checks that s, which may be empty, can be shown on one line.
func (v *validator) text(path, s string) {
	if !utf8.ValidString(s) {
		v.bad(path, "control-character", "holds bytes that are not UTF-8")
		return
	}
	for _, r := range s {
		if unprintable(r) {
			v.bad(path, "control-character", "holds the character U+%04X, which no one-line text may", r)
			return
		}
	}
	if n := utf8.RuneCountInString(s); n > maxText {
		v.bad(path, "too-long", "has %d characters; a text has at most %d", n, maxText)
	}
}

// unprintable finds what breaks a line, cannot be seen (marks of direction, private and unassigned characters too), and the
// mark of lost text. Letters may be joined or kept apart (U+200C, U+200D): some scripts write so.
func unprintable(r rune) bool {
	if r == '\u200c' || r == '\u200d' {
		return false
	}
	return r == utf8.RuneError || r != ' ' && !unicode.IsGraphic(r) || r == '\u2800' || r == '\u3164' || r == '\u115f' || r == '\u1160' || r == '\uffa0'
}

// named checks a name: a text that says something, short enough to stand in a table.
func (v *validator) named(path, s string) {
	v.filled(path, "name-empty", s)
	if n := utf8.RuneCountInString(s); n > maxName && n <= maxText {
		v.bad(path, "too-long", "has %d characters; a name has at most %d", n, maxName)
	}
}

// filled checks a text that must say something.
func (v *validator) filled(path, rule, s string) {
	if strings.TrimSpace(s) == "" {
		v.bad(path, rule, "is empty")
		return
	}
	v.text(path, s)
}

// translated checks a text in several languages: at least one, none empty, each under a language code.
func (v *validator) translated(path, rule string, names Names) {
	if len(names) == 0 {
		v.bad(path, rule, "holds no text in any language")
	}
	for _, lang := range names.languages() {
		at := fieldPath(path, lang)
		v.language(at, lang)
		if rule == "name-empty" {
			v.named(at, names[lang])
		} else {
			v.filled(at, rule, names[lang])
		}
	}
}

// sources checks that each language marked as ours has a name.
func (v *validator) sources(path string, sources map[string]string, names Names) {
	for _, lang := range slices.Sorted(maps.Keys(sources)) {
		at := fieldPath(path, lang)
		if _, ok := names[lang]; !ok {
			v.bad(at, "name-source", "there is no name in language %q", lang)
		}
		if sources[lang] != "ours" {
			v.bad(at, "name-source", "must be \"ours\" (a name that is official or printed has no source), not %q", sources[lang])
		}
	}
}

// language checks a BCP 47 code in its usual form: en, fr, es-MX.
func (v *validator) language(path, code string) {
	tag, err := language.Raw.Parse(code)
	if err != nil || code == "und" || tag.String() != code {
		v.bad(path, "language", "%q is no language code (BCP 47, such as en, fr or es-MX)", code)
	}
}

// fieldPath is the path of a field whose name comes from the input.
func fieldPath(path, name string) string {
	if plainWord(name) {
		return path + "." + name
	}
	return fmt.Sprintf("%s[%q]", path, name)
}

// oneOf checks a value of a closed list.
func oneOf[T ~string](v *validator, path, rule string, value T, allowed []T) {
	if slices.Contains(allowed, value) {
		return
	}
	names := make([]string, len(allowed))
	for i, a := range allowed {
		names[i] = string(a)
	}
	v.bad(path, rule, "%q is none of %s", string(value), strings.Join(names, ", "))
}
