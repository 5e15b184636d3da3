package api

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// cursor is where a list goes on: the release that it was computed from, the list with its filters, and how many items were shown.
type cursor struct {
	release string
	list    string
	offset  int
}

// String is the cursor as clients carry it.
func (c cursor) String() string {
	return base64.RawURLEncoding.EncodeToString([]byte(c.release + ":" + c.list + ":" + strconv.Itoa(c.offset)))
}

func parseCursor(s string) (c cursor, ok bool) {
	b, err := base64.RawURLEncoding.DecodeString(s)
	parts := strings.Split(string(b), ":")
	if err != nil || len(parts) != 3 {
		return c, false
	}
	n, err := strconv.Atoi(parts[2])
	return cursor{parts[0], parts[1], n}, err == nil && n >= 0 && strconv.Itoa(n) == parts[2]
}

// paged is a list's parameters.
type paged interface{ paging() *Paging }

func (p *Paging) paging() *Paging { return p }

// listKey is a hash of the list asked for and of all that chooses, orders or judges its items: every parameter as it was
// understood, a default spelt out or left out alike, but for those that say which page is shown, and how.
func listKey(id string, in any) string {
	own := reflect.New(reflect.TypeOf(in).Elem())
	own.Elem().Set(reflect.ValueOf(in).Elem())
	if p, ok := own.Interface().(paged); ok {
		*p.paging() = Paging{Common: Common{Today: p.paging().Today}}
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x1f%s\x1f%+v", crosswalk.MethodVersion, id, own.Elem().Interface()))
	return hex.EncodeToString(sum[:8])
}

// start is the offset that a cursor names, 0 where there is none. A cursor of another release is refused with the way to go on
// in it; one of another list, or of the same with other filters, and what is none of ours, with the way to begin.
func (q *query) start(p *Paging) (int, error) {
	if p.Cursor == "" {
		return 0, nil
	}
	c, ok := parseCursor(p.Cursor)
	switch release := q.snap.Release().ID(); {
	case !ok:
		return 0, badCursor("cursor is none of ours; ask for the first page without cursor, and take meta.next of each page for the next one")
	case c.list != q.list:
		return 0, badCursor("cursor belongs to another list, or to this one with other filters; ask for the first page without cursor")
	case c.release != release:
		return 0, fmt.Errorf("cursor is of release %s, and this answer of %s; ask with release=%s to go on in it, or without cursor to begin anew: %w", c.release, release, c.release, graph.ErrConflict)
	}
	return c.offset, nil
}

func badCursor(says string) error {
	return coded{fmt.Errorf("%s: %w", says, graph.ErrInvalid), "invalid-cursor"}
}
