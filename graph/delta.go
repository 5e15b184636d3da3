package graph

// Delta is what leads from one graph to another.
type Delta struct {
	Added   Graph // rows that the new graph has and the old one lacks
	Changed Graph // rows, as the new graph has them, that both have and that differ
	Removed Graph // rows, as the old graph has them, that the new one lacks
	Counts  Counts
	Digest  Digest // of the new graph
}

// Empty reports whether the two graphs have the same rows.
func (d Delta) Empty() bool { return d.Counts.Zero() }

// Diff compares two graphs row by row. A passage whose quote alone differs is not changed.
func Diff(old, next *Graph) Delta {
	before := map[string]Row{}
	d := Delta{Counts: Counts{Added: map[string]int{}, Changed: map[string]int{}, Removed: map[string]int{}}}
	for r := range old.Rows {
		before[r.key()] = r
	}
	added, changed, kept := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for r := range next.Rows {
		d.Digest = d.Digest.Add(r.Hash)
		k := r.key()
		o, ok := before[k]
		switch {
		case !ok:
			added[k] = true
			d.Counts.Added[r.label()]++
		case o.Hash != r.Hash:
			changed[k], kept[k] = true, true
			d.Counts.Changed[r.label()]++
		default:
			kept[k] = true
		}
	}
	for k, r := range before {
		if !kept[k] {
			d.Counts.Removed[r.label()]++
		}
	}
	d.Added = next.only(func(k string) bool { return added[k] })
	d.Changed = next.only(func(k string) bool { return changed[k] })
	d.Removed = old.only(func(k string) bool { return !kept[k] })
	return d
}

func (r Row) key() string { return string(r.Class) + "\x00" + r.ID }

// label is what counts call a row.
func (r Row) label() string {
	if r.Type != "" {
		return r.Type
	}
	return string(r.Class)
}

// only keeps the rows whose key pick accepts.
func (g *Graph) only(pick func(key string) bool) Graph {
	return Graph{
		Reports:   keep(g.Reports, func(r Report) bool { return pick(Row{Class: ReportRow, ID: r.ID}.key()) }),
		Passages:  keep(g.Passages, func(p Passage) bool { return pick(Row{Class: PassageRow, ID: p.ID}.key()) }),
		Entities:  keep(g.Entities, func(e MergedEntity) bool { return pick(Row{Class: EntityRow, ID: e.ID}.key()) }),
		Links:     keep(g.Links, func(l MergedLink) bool { return pick(Row{Class: LinkRow, ID: l.Key}.key()) }),
		Notes:     keep(g.Notes, func(n Note) bool { return pick(Row{Class: NoteRow, ID: n.ID}.key()) }),
		Redirects: keep(g.Redirects, func(r Redirect) bool { return pick(Row{Class: RedirectRow, ID: r.Old}.key()) }),
	}
}

func keep[T any](in []T, pick func(T) bool) []T {
	var out []T
	for _, v := range in {
		if pick(v) {
			out = append(out, v)
		}
	}
	return out
}
