package filestore

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Attach gives a report's passages their quotes, cut out of the text that its spans count in. The text is kept, so that
// later bundles of the same text have quotes as well. It makes no release and changes no digest; snapshots that are
// there already stay without. Errors: ErrNotFound where no such report is loaded; Problems (ErrInvalid) for another text,
// naming both hashes; ErrConflict as for Apply.
func (s *Store) Attach(ctx context.Context, report string, text []byte) error {
	return wrap("attach the text of "+report, s.attach(ctx, report, text))
}

func (s *Store) attach(ctx context.Context, report string, text []byte) error {
	m, err := s.manifest()
	if err != nil {
		return err
	}
	if _, err := m.ref(report); err != nil {
		return err // before a folder is made for nothing
	}
	release, err := s.acquire(ctx)
	if err != nil {
		return err
	}
	defer release()
	if m, err = s.manifest(); err != nil {
		return err
	}
	ref, err := m.ref(report)
	if err != nil {
		return err
	}
	b, err := s.dir.bundle(ref)
	if err != nil {
		return err
	}
	if _, err = graph.Attach(b, text); err != nil {
		return err
	}
	if err := errors.Join(s.dir.writeObject(texts, b.Report.TextSHA256, text), s.dir.settle()); err != nil {
		return unwritable(err)
	}
	return nil
}

// quote is a snapshot with the quotes of its passages: from the text where that was attached, else those that came within
// bundles.
func (f folder) quote(plain *graph.Snapshot) (*graph.Snapshot, error) {
	cuts := map[string]func(start, end int) string{}
	for _, r := range plain.Reports() {
		text, err := f.text(r)
		switch {
		case err == nil:
			cuts[r.ID] = func(start, end int) string { return cut(text, start, end) }
		case errors.Is(err, errMissing): // nobody attached it
			var known graph.Quotes
			if known, err = f.readQuotes(r); err == nil {
				cuts[r.ID] = func(start, end int) string { return known[graph.Span{start, end}] }
			}
		}
		if err != nil && !errors.Is(err, errMissing) {
			return nil, err
		}
	}
	return plain.WithQuotes(cuts), nil
}

// text is the text of a report, where it was attached.
func (f folder) text(r graph.Report) ([]byte, error) {
	return f.readObject(texts, r.TextSHA256, fmt.Sprintf("attach the text of %s again, or remove the file", r.ID))
}

// cut is the text at [start, end), empty where that is no place in it: a past release may hold a bundle that was loaded
// before the text was there to check it.
func cut(text []byte, start, end int) string {
	if start < 0 || start >= end || end > len(text) || !utf8.RuneStart(text[start]) || end < len(text) && !utf8.RuneStart(text[end]) {
		return ""
	}
	return string(text[start:end])
}

// checkSpans refuses bundles with passages outside a text that was attached.
func (f folder) checkSpans(bs []graph.Bundle) error {
	var problems graph.Problems
	for _, b := range bs {
		text, err := f.text(b.Report)
		if err != nil {
			continue // not attached; damage is told when it is read
		}
		var ps graph.Problems
		if _, err := graph.Attach(b, text); errors.As(err, &ps) {
			for _, p := range ps {
				p.Source = b.Report.ID
				problems = append(problems, p)
			}
		}
	}
	return problems.Err()
}
