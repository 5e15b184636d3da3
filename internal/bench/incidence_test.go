package main

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
)

// TestIncidence: files hold each link once, in range, and as many as they say; the same every time.
func TestIncidence(t *testing.T) {
	dir := t.TempDir()
	r, err := rankingOf(187, 9)
	if err != nil {
		t.Fatal(err)
	}
	real, err := incidenceOf(filepath.Join(dir, "real"), r)
	if err != nil {
		t.Fatal(err)
	}
	drawn, err := draw(filepath.Join(dir, "drawn"), 1000)
	if err != nil {
		t.Fatal(err)
	}
	again, err := draw(filepath.Join(dir, "again"), 1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []incidence{real, drawn} {
		text, err := os.ReadFile(f.path)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[[2]uint32]bool{}
		for i := 0; i+8 <= len(text); i += 8 {
			p := [2]uint32{binary.LittleEndian.Uint32(text[i:]), binary.LittleEndian.Uint32(text[i+4:])}
			if seen[p] || int(p[0]) >= f.institutions || int(p[1]) >= f.things {
				t.Fatalf("%s: %v twice or out of range", f.path, p)
			}
			seen[p] = true
		}
		if len(seen) != f.links || f.links < 2*f.institutions {
			t.Errorf("%s: %d links, %+v", f.path, len(seen), f)
		}
	}
	a, _ := os.ReadFile(drawn.path)
	b, _ := os.ReadFile(again.path)
	if string(a) != string(b) {
		t.Error("drawn twice, the files differ")
	}
}
