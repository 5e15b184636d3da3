package neo4jstore

import (
	"context"
	"strconv"
)

// QuotesKey changes whenever a text is attached, or quotes are brought by a bundle that is loaded already, by whichever
// process: neither makes a release, and a reader must see it all the same. It costs one node by its key.
func (s *Store) QuotesKey(ctx context.Context) (key string, err error) {
	err = s.read(ctx, queryQuotes.Name(), func(tx runner) error {
		row, _, err := one(ctx, tx, queryQuotes, nil)
		key = strconv.Itoa(row.number("quotes"))
		return err
	})
	return key, wrap("look for quotes", err)
}

// countQuotes moves the key, within the transaction that writes quotes. The caller holds the loaders' lock.
func countQuotes(ctx context.Context, tx runner) error {
	_, _, err := one(ctx, tx, queryCountQuotes, nil)
	return err
}
