package filestore

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// quotesFormat is the format of the files of quotes that came within bundles, without their text.
const quotesFormat = "crosswalk-quotes/1"

type quoteFile struct {
	Quotes []spanQuote `json:"quotes"` // by span
}

type spanQuote struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// broughtQuotes fills in what earlier bundles of the report's text brought. errMissing where there is nothing.
func (f folder) broughtQuotes(r graph.Report, passages []*graph.Passage) error {
	known, err := f.readQuotes(r)
	for _, p := range passages {
		p.Quote = known[[2]int{p.Start, p.End}]
	}
	return err
}

func (f folder) readQuotes(r graph.Report) (map[[2]int]string, error) {
	path, remedy := f.file(quotes, r.TextSHA256), fmt.Sprintf("attach the text of %s, or remove the file", r.ID)
	content, err := readPacked(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errMissing
	case errors.Is(err, errPacked):
		return nil, damaged(path, err.Error(), remedy)
	case err != nil:
		return nil, unreadable(err)
	}
	var file quoteFile
	if err := unseal(path, content, quotesFormat, remedy, &file); err != nil {
		return nil, err
	}
	known := make(map[[2]int]string, len(file.Quotes))
	for _, q := range file.Quotes {
		known[[2]int{q.Start, q.End}] = q.Quote
	}
	return known, nil
}

// keepQuotes keeps the quotes that a bundle brings, beside those of earlier bundles of the same text.
func (f folder) keepQuotes(b graph.Bundle) error {
	brought := map[[2]int]string{}
	for _, p := range b.Passages {
		if p.Quote != "" {
			brought[[2]int{p.Start, p.End}] = p.Quote
		}
	}
	if len(brought) == 0 {
		return nil
	}
	known, _ := f.readQuotes(b.Report) // a damaged file is written anew
	all := maps.Clone(known)
	if all == nil {
		all = map[[2]int]string{}
	}
	maps.Copy(all, brought)
	if maps.Equal(all, known) {
		return nil
	}
	var file quoteFile
	for _, span := range slices.SortedFunc(maps.Keys(all), func(a, b [2]int) int { return slices.Compare(a[:], b[:]) }) {
		file.Quotes = append(file.Quotes, spanQuote{span[0], span[1], all[span]})
	}
	content, err := seal(quotesFormat, file)
	if err != nil {
		return err
	}
	return f.writePacked(quotes, b.Report.TextSHA256, content)
}
