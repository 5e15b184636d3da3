package filestore

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Bundle is the bundle of a report as it was loaded, in canonical order, without quotes. ErrNotFound where no such report is
// loaded.
func (s *Store) Bundle(ctx context.Context, report string) (b graph.Bundle, err error) {
	err = s.reading(ctx, func(m *manifest) error {
		ref, err := m.ref(report)
		if err == nil {
			b, err = s.dir.bundle(ref)
		}
		return err
	})
	return b, wrap("bundle of "+report, err)
}

// ref finds the loaded bundle of a report.
func (m *manifest) ref(report string) (graph.BundleRef, error) {
	for _, r := range m.current.Bundles {
		if r.Report == report {
			return r, nil
		}
	}
	return graph.BundleRef{}, fmt.Errorf("no such report is loaded: %w", graph.ErrNotFound)
}

// bundle reads one bundle. What is checked against its hash is what Apply wrote, hence valid and canonical.
func (f folder) bundle(ref graph.BundleRef) (graph.Bundle, error) {
	remedy := fmt.Sprintf("load the bundle of %s again, or restore the file from a backup", ref.Report)
	content, err := f.readObject(bundles, ref.Hash, remedy)
	if err != nil {
		return graph.Bundle{}, err
	}
	var b graph.Bundle
	if err := json.Unmarshal(content, &b); err != nil {
		return b, damaged(f.file(bundles, ref.Hash), fmt.Sprintf("cannot be read (%v)", err), remedy)
	}
	return b.Canonical(), nil
}

// writeBundle keeps a bundle under its hash.
func (f folder) writeBundle(b graph.Bundle) error {
	text, hash := b.Hashed()
	return f.writeObject(bundles, hash, text)
}
