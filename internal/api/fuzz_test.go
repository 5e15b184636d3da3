package api

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
)

// FuzzCursor: what is taken for a cursor is one that would be written so, and no offset is below zero.
func FuzzCursor(f *testing.F) {
	for _, s := range []string{"", "x", cursor{"9d8dee5823360486", "08cda68287a05fbf", 31}.String(), cursor{"", "", 0}.String(), "OjotMQ", "OjowMQ", "Ojo5OTk5OTk5OTk5OTk5OTk5OTk5OQ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, ok := parseCursor(s)
		if !ok {
			return
		}
		again, ok := parseCursor(c.String())
		if !ok || again != c || c.offset < 0 {
			t.Fatalf("%q is read as %+v, then as %+v", s, c, again)
		}
	})
}

// FuzzShort: a message stays valid and short whatever it quotes, and is left as it is where it is short.
func FuzzShort(f *testing.F) {
	for _, s := range []string{"", "plain", `q is "x"; it must hold a word`, `"` + strings.Repeat("é", 300) + `"`, strings.Repeat("a", 5000), strings.Repeat("a\n", 80), `"\"` + strings.Repeat(`\"`, 300), "\xff", strings.Repeat("a b ", 3000)} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		got := short(s)
		lines := strings.Split(got, "\n")
		if !utf8.ValidString(got) || len(lines) > maxTold+1 {
			t.Fatalf("%q became %q", s, got)
		}
		for _, l := range lines {
			if utf8.RuneCountInString(l) > maxLine+1 {
				t.Fatalf("a line of %d runes", utf8.RuneCountInString(l))
			}
		}
		if utf8.ValidString(s) && len(s) <= maxValue && strings.Count(s, "\n") < maxTold && got != s {
			t.Fatalf("%q became %q", s, got)
		}
		details := make([]*huma.ErrorDetail, max(0, min(n, 200)))
		for i := range details {
			details[i] = &huma.ErrorDetail{Message: s, Location: s, Value: []string{s}}
		}
		if all := tellAll(details); len(all) > maxTold+1 {
			t.Fatalf("%d problems", len(all))
		} else if b, err := json.Marshal(all); err != nil || !json.Valid(b) {
			t.Fatal(err)
		}
	})
}
