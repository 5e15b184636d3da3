package neo4jstore

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
)

// partSize bounds each part of a stored text, in bytes.
const partSize = 1 << 20

// pack is text gzipped; the same text gives the same bytes.
func pack(text []byte) ([]byte, error) {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

// writeParts keeps a packed text in parts under a name.
func writeParts(ctx context.Context, tx runner, of string, packed []byte) error {
	for number := 0; len(packed) > 0; number++ {
		n := min(partSize, len(packed))
		if _, _, err := one(ctx, tx, queryPartCreate, map[string]any{"of": of, "number": number, "data": packed[:n]}); err != nil {
			return err
		}
		packed = packed[n:]
	}
	return nil
}

// readParts is the text kept under a name; ok is false where there is none.
func readParts(ctx context.Context, tx runner, of string) (text []byte, ok bool, err error) {
	var packed []byte
	err = each(ctx, tx, queryPartRead, map[string]any{"of": of}, func(row record) error {
		data, _ := row.value("data").([]byte)
		packed = append(packed, data...)
		return nil
	})
	if err != nil || packed == nil {
		return nil, false, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err == nil {
		text, err = io.ReadAll(r)
	}
	if err != nil {
		return nil, true, fmt.Errorf("the parts of %s do not unpack: %w: %w", of, err, ErrWrittenByHand)
	}
	return text, true, nil
}

// The names under which texts are kept in parts.
func bundleParts(hash string) string    { return "bundle:" + hash }
func judgementParts(hash string) string { return "judgements:" + hash }
func sourceParts(name string) string    { return "source:" + name }

// The names of what is kept of a source text: the text, once attached, or the quotes that bundles brought without it.
func textName(sha256 string) string   { return "text:" + sha256 }
func quotesName(sha256 string) string { return "quotes:" + sha256 }
