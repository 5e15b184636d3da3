package neo4jstore

import (
	"context"
	"sync"

	"github.com/crosswalk-kg/crosswalk/queries"
)

// class is one class of rows: the query of a page of them, the property by which they are ordered, and what takes a page.
type class struct {
	page   queries.Query
	key    string
	unpack func([]record) error
}

// unpacking makes values of a page's rows and hands them on.
func unpacking[T any](of func(record) (T, error), take func([]T)) func([]record) error {
	return func(rows []record) error {
		page := make([]T, len(rows))
		for i, row := range rows {
			var err error
			if page[i], err = of(row); err != nil {
				return err
			}
		}
		take(page)
		return nil
	}
}

// readers is how many classes are read at once where each page has a transaction of its own.
const readers = 2

// pages reads the rows of classes and unpacks them page by page, class by class in their order: while one page is unpacked, the next
// is read, and one of the next class. No more than a few pages are in memory.
func (r *reader) pages(ctx context.Context, classes []class) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	turns := make(chan struct{}, readers)
	if !r.apart {
		turns = make(chan struct{}, 1)
	}
	read := make([]chan []record, len(classes))
	for i := range classes {
		read[i] = make(chan []record, 1)
	}
	var all sync.WaitGroup
	all.Go(func() {
		for i, c := range classes {
			turns <- struct{}{}
			all.Go(func() {
				defer func() { <-turns }()
				defer close(read[i])
				if err := r.eachPage(ctx, c, func(page []record) { read[i] <- page }); err != nil {
					cancel(err) // only the first is kept
				}
			})
		}
	})
	for i, c := range classes {
		for page := range read[i] {
			if ctx.Err() != nil {
				continue // so that whoever reads comes to an end
			}
			if err := c.unpack(page); err != nil {
				cancel(err)
			}
		}
	}
	all.Wait()
	return context.Cause(ctx)
}

// eachPage reads page after page of a class. A page begins after the key of the last row: the index leads there at once, which
// skipping rows would not.
func (r *reader) eachPage(ctx context.Context, c class, take func([]record)) error {
	for after, n := "", pageSize; n == pageSize; {
		var rows []record
		err := r.run(ctx, c.page.Name(), func(tx runner) error {
			rows = make([]record, 0, pageSize) // the driver may run this again
			return each(ctx, tx, c.page, map[string]any{"after": after, "limit": pageSize}, func(row record) error {
				rows = append(rows, row)
				return nil
			})
		})
		if err != nil {
			return err
		}
		if n = len(rows); n > 0 {
			after, _ = rows[n-1].properties("properties")[c.key].(string)
			take(rows)
		}
	}
	return nil
}
