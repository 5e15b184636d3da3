package neo4jstore

import (
	"context"
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Attach gives a report's passages their quotes, cut out of the text that its spans count in, and keeps the text, so that
// later loads of bundles of the same text have quotes as well. It makes no release and changes no digest. Errors:
// ErrNotFound where no such report is loaded; Problems (ErrInvalid) for another text, naming both hashes.
func (s *Store) Attach(ctx context.Context, report string, text []byte) error {
	err := s.write(ctx, queryPassageQuote.Name(), func(tx runner) error {
		if err := s.lock(ctx, tx, "attach "+report); err != nil {
			return err
		}
		r, err := current(ctx, tx)
		if err != nil {
			return err
		}
		for _, ref := range r.Bundles {
			if ref.Report == report {
				return attach(ctx, tx, ref, text)
			}
		}
		return fmt.Errorf("no such report is loaded: %w", graph.ErrNotFound)
	})
	return wrap("attach the text of "+report, err)
}

func attach(ctx context.Context, tx runner, ref graph.BundleRef, text []byte) error {
	b, err := readBundle(ctx, tx, ref)
	if err != nil {
		return err
	}
	if b, err = graph.Attach(b, text); err != nil {
		return err
	}
	if err := writeQuotes(ctx, tx, b.Passages); err != nil {
		return err
	}
	if err := countQuotes(ctx, tx); err != nil {
		return err
	}
	name := textName(b.Report.TextSHA256)
	if _, there, err := readParts(ctx, tx, sourceParts(name)); err != nil || there {
		return err
	}
	return writeSource(ctx, tx, name, text)
}

// writeQuotes sets or takes away the quote of each passage.
func writeQuotes(ctx context.Context, tx runner, passages []graph.Passage) error {
	list := make(rows, len(passages))
	for i, p := range passages {
		list[i] = map[string]any{"id": p.ID, "quote": nil}
		if p.Quote != "" {
			list[i]["quote"] = p.Quote
		}
	}
	return write(ctx, tx, queryPassageQuote, "rows", list)
}

// writeSource keeps what there is of a source text, of which nothing is kept under that name.
func writeSource(ctx context.Context, tx runner, name string, content []byte) error {
	packed, err := pack(content)
	if err != nil {
		return err
	}
	row := map[string]any{"name": name, "bytes": len(content)}
	if _, _, err := one(ctx, tx, querySourceCreate, map[string]any{"source": row}); err != nil {
		return err
	}
	return writeParts(ctx, tx, sourceParts(name), packed)
}

// quoted is b with its quotes: from its source text where that was attached, else those that bundles of the same text
// brought. The error is Problems where a passage lies outside the attached text.
func quoted(ctx context.Context, tx runner, b graph.Bundle) (graph.Bundle, error) {
	text, ok, err := readParts(ctx, tx, sourceParts(textName(b.Report.TextSHA256)))
	if err != nil {
		return b, err
	}
	if ok {
		return graph.Attach(b, text)
	}
	brought, err := readQuotes(ctx, tx, b.Report.TextSHA256)
	b.Passages = slices.Clone(b.Passages)
	for i := range b.Passages {
		b.Passages[i].Quote = brought[b.Passages[i].Span()]
	}
	return b, err
}
