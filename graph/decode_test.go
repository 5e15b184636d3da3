package graph

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

// eachFile runs f for each JSON file of a folder of testdata.
func eachFile(t *testing.T, folder string, f func(t *testing.T, file string, text []byte)) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join("testdata", folder, "*.json"))
	if len(files) == 0 {
		t.Fatal("no files")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) { f(t, file, text) })
	}
}

func TestDecodeBundleReportsEveryFaultOfForm(t *testing.T) {
	eachFile(t, "decode", func(t *testing.T, file string, text []byte) {
		_, err := DecodeBundle(bytes.NewReader(text), "it.json")
		if !errors.Is(err, ErrInvalid) {
			t.Fatalf("got %v", err)
		}
		golden(t, strings.TrimSuffix(file, ".json")+".txt", []byte(err.Error()+"\n"))
	})
}

func TestDecodeJudgements(t *testing.T) {
	eachFile(t, "judgements", func(t *testing.T, file string, text []byte) {
		js, err := DecodeJudgements(bytes.NewReader(text), "it.json")
		if strings.Contains(file, "good") && len(js) != 3 || strings.Contains(file, "empty") && js == nil {
			t.Errorf("got %v, %v", js, err)
		}
		got := "valid"
		if err != nil {
			got = err.Error()
		}
		golden(t, strings.TrimSuffix(file, ".json")+".txt", []byte(got+"\n"))
	})
}

func TestDecodeKeepsWhatItCouldRead(t *testing.T) {
	text := strings.Replace(string(sample().Encode()), `"year": 2018`, `"year": "2018"`, 1)
	b, err := DecodeBundle(strings.NewReader(text), "")
	var ps Problems
	if !errors.As(err, &ps) || len(ps) != 1 || ps[0].Path != "$.report.year" {
		t.Fatal(err)
	}
	if len(b.Entities) != len(sample().Entities) || b.Report.Year != 0 {
		t.Errorf("got %d entities, year %d", len(b.Entities), b.Report.Year)
	}
	if _, err := ReadBundle(strings.NewReader(text), ""); err.Error() != ps.Error() {
		t.Errorf("ReadBundle tells what follows from a field that could not be read: %v", err)
	}
}

func TestDecodeSizeLimit(t *testing.T) {
	text := sample().Encode()
	size := int64(len(text))
	for limit, ok := range map[int64]bool{size - 1: false, size: true, 0: true, -1: true} {
		_, err := DecodeBundle(bytes.NewReader(text), "big.json", MaxBytes(limit))
		if (err == nil) != ok {
			t.Errorf("limit %d of %d: %v", limit, size, err)
		}
		if !ok && !strings.Contains(err.Error(), "too-large") {
			t.Errorf("got %v", err)
		}
	}
}

func TestDecodePassesOnTheReadersError(t *testing.T) {
	_, err := DecodeBundle(io.MultiReader(strings.NewReader("{"), iotest.ErrReader(io.ErrClosedPipe)), "pipe")
	if !errors.Is(err, io.ErrClosedPipe) || errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), "pipe") {
		t.Errorf("got %v", err)
	}
}

func FuzzDecodeBundle(f *testing.F) {
	seeds, _ := filepath.Glob("testdata/*/*.json")
	for _, file := range seeds {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		b, err := ReadBundle(bytes.NewReader(text), "")
		if err != nil {
			if !errors.Is(err, ErrInvalid) {
				t.Fatalf("foreign error %v", err)
			}
			return
		}
		encoded := b.Encode()
		back, err := ReadBundle(bytes.NewReader(encoded), "")
		if err != nil {
			t.Fatalf("a valid bundle does not read back: %v", err)
		}
		if !bytes.Equal(back.Encode(), encoded) {
			t.Fatal("canonical bytes change when read back")
		}
		g := mustMerge(t, []Bundle{b}, nil)
		if s := NewSnapshot(g, Release{}); s.NumLinks() != len(b.Links) {
			t.Fatalf("%d links of %d in the snapshot", s.NumLinks(), len(b.Links))
		}
	})
}

func FuzzDecodeJudgements(f *testing.F) {
	seeds, _ := filepath.Glob("testdata/judgements/*.json")
	for _, file := range seeds {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		js, err := DecodeJudgements(bytes.NewReader(text), "")
		if err != nil {
			if !errors.Is(err, ErrInvalid) || js != nil {
				t.Fatalf("got %v and %v", js, err)
			}
			return
		}
		if once := MergeJudgements(js, nil); len(MergeJudgements(once, js)) != len(once) {
			t.Fatal("merging judgements is not idempotent")
		}
		if _, err := Merge([]Bundle{sample().Canonical()}, js); err != nil && !errors.Is(err, ErrInvalid) {
			t.Fatal(err)
		}
	})
}
