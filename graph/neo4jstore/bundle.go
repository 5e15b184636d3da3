package neo4jstore

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Bundle is the bundle of a report as it was loaded, in canonical order, without quotes. ErrNotFound where no such report is
// loaded.
func (s *Store) Bundle(ctx context.Context, report string) (b graph.Bundle, err error) {
	err = s.read(ctx, queryPartRead.Name(), func(tx runner) error {
		r, err := current(ctx, tx)
		if err != nil {
			return err
		}
		for _, ref := range r.Bundles {
			if ref.Report == report {
				b, err = readBundle(ctx, tx, ref)
				return err
			}
		}
		return fmt.Errorf("no such report is loaded: %w", graph.ErrNotFound)
	})
	return b, wrap("bundle of "+report, err)
}

// readBundle reads one kept bundle.
func readBundle(ctx context.Context, tx runner, ref graph.BundleRef) (graph.Bundle, error) {
	text, ok, err := readParts(ctx, tx, bundleParts(ref.Hash))
	if err != nil {
		return graph.Bundle{}, err
	}
	if !ok {
		return graph.Bundle{}, fmt.Errorf("bundle %s of %s is not there: %w", ref.Hash, ref.Report, errMissing)
	}
	b, err := graph.DecodeBundle(bytes.NewReader(text), ref.Report, graph.MaxBytes(0))
	switch {
	case err != nil:
		return b, fmt.Errorf("bundle %s of %s cannot be read (%s): %w", ref.Hash, ref.Report, graph.Message(err), ErrWrittenByHand)
	case b.Hash() != ref.Hash:
		return b, fmt.Errorf("bundle %s of %s has another hash now, %s: %w", ref.Hash, ref.Report, b.Hash(), ErrWrittenByHand)
	}
	return b, nil
}

// readBundles reads several, by report id.
func readBundles(ctx context.Context, tx runner, refs []graph.BundleRef) (map[string]graph.Bundle, error) {
	out := make(map[string]graph.Bundle, len(refs))
	for _, ref := range refs {
		b, err := readBundle(ctx, tx, ref)
		if err != nil {
			return nil, err
		}
		out[ref.Report] = b
	}
	return out, nil
}

// packing is bundles on their way to what is kept of them, made beside other work.
type packing struct {
	done chan struct{}
	all  []packedBundle
	err  error
}

// packedBundle is a bundle's record, and its canonical text gzipped.
type packedBundle struct {
	hash   string
	record map[string]any
	text   []byte
}

// startPacking packs the bundles that the plan puts, until ctx ends.
func (p *plan) startPacking(ctx context.Context) *packing {
	k := &packing{done: make(chan struct{})}
	go func() {
		defer close(k.done)
		for _, b := range p.put {
			if k.err = context.Cause(ctx); k.err != nil {
				return
			}
			packed, err := packBundle(b)
			if err != nil {
				k.err = err
				return
			}
			k.all = append(k.all, packed)
		}
	}()
	return k
}

// wait gives the packed bundles, in the plan's order.
func (k *packing) wait() ([]packedBundle, error) {
	<-k.done
	return k.all, k.err
}

func packBundle(b graph.Bundle) (packedBundle, error) {
	record, err := json.Marshal(b.Report)
	if err != nil {
		return packedBundle{}, err
	}
	text, hash := b.Hashed()
	packed, err := pack(text)
	row := map[string]any{"hash": hash, "report": b.Report.ID, "year": b.Report.Year, "record": string(record), "bytes": len(text),
		"text_sha256": b.Report.TextSHA256}
	return packedBundle{hash, row, packed}, err
}

// writeBundle keeps a bundle: its report's record, and its canonical text in parts.
func writeBundle(ctx context.Context, tx runner, b packedBundle) error {
	if _, _, err := one(ctx, tx, queryBundleCreate, map[string]any{"bundle": b.record}); err != nil {
		return err
	}
	return writeParts(ctx, tx, bundleParts(b.hash), b.text)
}

// records reads the report records of bundles, by report id.
func records(ctx context.Context, tx runner, refs []graph.BundleRef) (map[string]graph.Report, error) {
	out := make(map[string]graph.Report, len(refs))
	err := each(ctx, tx, queryBundleRecords, map[string]any{"hashes": hashes(refs)}, func(row record) error {
		var r graph.Report
		if err := json.Unmarshal([]byte(row.text("record")), &r); err != nil {
			return fmt.Errorf("record of bundle %s: %w: %w", row.text("hash"), err, ErrWrittenByHand)
		}
		out[r.ID] = r
		return nil
	})
	if err == nil && len(out) != len(refs) {
		err = fmt.Errorf("%d of %d bundles are there: %w", len(out), len(refs), ErrWrittenByHand)
	}
	return out, err
}
