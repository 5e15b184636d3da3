package filestore

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// QuotesKey changes whenever a text is attached to a report of the current release, or quotes are brought for it, by
// whichever process: attaching makes no release, and a reader must see it all the same. It costs two stats a report.
func (s *Store) QuotesKey(ctx context.Context) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", wrap("look for quotes", err)
	}
	m, err := s.manifest()
	if err != nil {
		return "", wrap("look for quotes", err)
	}
	refs := map[string]stored{}
	for _, e := range m.Releases {
		e.apply(refs)
	}
	var key strings.Builder
	for _, report := range slices.Sorted(maps.Keys(refs)) {
		for _, c := range []class{texts, quotes} {
			info, err := os.Stat(s.dir.file(c, refs[report].Text))
			switch {
			case err == nil:
				fmt.Fprintf(&key, "%s %s %d %d\n", report, c.dir, info.Size(), info.ModTime().UnixNano())
			case !errors.Is(err, fs.ErrNotExist):
				return "", wrap("look for quotes", unreadable(err))
			}
		}
	}
	return key.String(), nil
}
