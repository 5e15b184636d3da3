package queries

import "testing"

func TestStripped(t *testing.T) {
	for text, want := range map[string]string{
		"MATCH (n:Person {name_en: 'Ana', id: $id}) // who\nRETURN n.name_en, 12.5 /* x */": "MATCH (n:Person {name_en:?, id:$id})RETURN n.name_en, ?",
		"RETURN `a``b` + \"secret\"": "RETURN `a``b`+?",
		"RETURN 'open":               "(no Cypher)",
		"":                           "",
	} {
		if got := Stripped(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
