package filestore

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// quotesFormat is the format of the files of quotes that came within bundles, without their text.
const quotesFormat = "crosswalk-quotes/1"

type quoteFile struct {
	Quotes graph.Quotes `json:"quotes"`
}

// readQuotes are the quotes that earlier bundles of the report's text brought, by span. errMissing where there is nothing.
func (f folder) readQuotes(r graph.Report) (graph.Quotes, error) {
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
	return file.Quotes, nil
}

// keepQuotes keeps the quotes that a bundle brings, beside those of earlier bundles of the same text.
func (f folder) keepQuotes(b graph.Bundle) error {
	brought := b.Quotes()
	if len(brought) == 0 {
		return nil
	}
	known, _ := f.readQuotes(b.Report) // a damaged file is written anew
	all := graph.Quotes{}
	maps.Copy(all, known)
	maps.Copy(all, brought)
	if maps.Equal(all, known) {
		return nil
	}
	content, err := seal(quotesFormat, quoteFile{all})
	if err != nil {
		return err
	}
	return f.writePacked(quotes, b.Report.TextSHA256, content)
}
