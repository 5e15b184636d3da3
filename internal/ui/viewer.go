package ui

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// viewer turns the answers to one request into what templates show.
type viewer struct {
	svc     service.Asking
	all     *graph.Snapshot // every edition of the release
	snap    *graph.Snapshot // the editions up to the year that was asked for
	options crosswalk.Options
	ranking *crosswalk.Ranking // nil until a page asks for it
	asked   question
	today   string

	chapterIn map[[2]string]bool // report and group with a chapter in it; made on demand
}

// viewer reads a request. Errors wrap graph.ErrInvalid, or are those of service.Snapshot.
func (u *UI) viewer(r *http.Request) (*viewer, error) {
	q := r.URL.Query()
	v := &viewer{svc: u.svc.For(r.Context()), asked: asked(q), options: crosswalk.Options{Partnership: q.Get("partnership")}, today: u.now().UTC().Format(time.DateOnly)}
	if y := q.Get("as_of"); y != "" {
		n, err := strconv.Atoi(y)
		if err != nil || n < 1900 || n > 2200 {
			return nil, fmt.Errorf("as_of is %q; it must be a year, 1900 to 2200: %w", y, graph.ErrInvalid)
		}
		v.options.AsOf = n
	}
	var err error
	if v.all, err = u.svc.Snapshot(r.Context(), q.Get("release")); err != nil {
		return nil, err
	}
	v.snap = v.all
	if v.options.AsOf > 0 {
		v.snap = v.all.AsOf(v.options.AsOf)
	}
	return v, nil
}

// rank ranks the links of the partnership and year that were asked for.
func (v *viewer) rank() error {
	r, err := v.svc.Ranking(v.all, v.options)
	if err != nil {
		return err
	}
	v.ranking, v.snap = r, r.Model().Snapshot()
	return nil
}

// ranks reports whether links can be ranked: where several partnerships are loaded and none was chosen, pages of single things leave
// the links between groups out.
func (v *viewer) ranks() bool { return v.rank() == nil }

func (v *viewer) name(n graph.Names) string { t, _ := n.In("en"); return t }

// named is the name of the thing with the id, empty where there is none.
func (v *viewer) named(id string) string {
	n, ok := v.snap.Lookup(id)
	if !ok {
		return ""
	}
	return v.name(v.snap.Entity(n).Name)
}

// refView is a thing by name, leading to its page; Note, where there is one, stands behind it.
type refView struct{ Name, Lang, Address, Note string }

// ref leads to the page of the thing with the id; what the snapshot does not hold is named by its id, without a way.
func (v *viewer) ref(id string) refView {
	n, ok := v.snap.Lookup(id)
	if !ok {
		return refView{Name: id, Lang: "en"}
	}
	r := refView{Address: v.asked.entity(v.snap.ID(n))}
	if r.Name, r.Lang = v.snap.Entity(n).Name.In("en"); r.Name == "" {
		r.Name, r.Lang = id, "en"
	}
	return r
}

func (v *viewer) refs(ids []string) []refView {
	var out []refView
	for _, id := range ids {
		out = append(out, v.ref(id))
	}
	return out
}

func (v *viewer) memberRefs(ms []crosswalk.Member) []refView {
	var out []refView
	for _, m := range ms {
		out = append(out, v.ref(m.ID))
	}
	return out
}

// title names members: "A – B", as a name may hold an "and" of its own.
func (v *viewer) title(ms []crosswalk.Member) string {
	names := make([]string, len(ms))
	for i, m := range ms {
		names[i] = v.name(m.Name)
	}
	return strings.Join(names, " – ")
}
