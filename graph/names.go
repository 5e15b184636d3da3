package graph

import "sort"

// Names is a text in several languages, keyed by BCP 47 language (en, fr, es …).
type Names map[string]string

// Languages that the service speaks, in the order of fall-back.
var Languages = []string{"en", "fr", "es"}

// In is the text in language lang and the language it really is in: lang itself, else
// the first of Languages that has one, else the first other language by its code.
// Both are empty where there is no text at all.
func (n Names) In(lang string) (text, language string) {
	if t := n[lang]; t != "" {
		return t, lang
	}
	for _, l := range Languages {
		if t := n[l]; t != "" {
			return t, l
		}
	}
	for _, l := range n.languages() {
		if n[l] != "" {
			return n[l], l
		}
	}
	return "", ""
}

// languages lists the languages of n, sorted.
func (n Names) languages() []string {
	ls := make([]string, 0, len(n))
	for l := range n {
		ls = append(ls, l)
	}
	sort.Strings(ls)
	return ls
}
