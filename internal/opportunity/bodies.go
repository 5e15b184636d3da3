package opportunity

import (
	"context"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// eligible are the types of institution that opportunities are shown for.
var eligible = []string{"department", "agency", "regulator", "government", "university", "research", "association", "fund", "cultural", "indigenous", "multilateral"}

// body is what the graph knows of one institution, its parts included.
type body struct {
	node   graph.Node
	side   string                  // CA, MX or INT
	events map[graph.Node][]string // session, project, commitment that names it → passages
	groups map[int][]string        // group number → passages
	themes map[graph.Node][]string // theme of its projects and commitments → passages that name it there
	told   map[graph.Node][]string // the same → passages that say that those address the theme
	chairs []int                   // groups that it or a part of it co-chairs
	above  []graph.Node            // all that it is part of
}

// Bodies answers questions about missing collaboration of the institutions that a partnership's editions name: without any number,
// for institutions are never ranked. What other partnerships' editions tell of the same institutions is known to it: work that they do
// together elsewhere is not missing here. How common a group or theme is is counted among the partnership's own institutions. It is
// immutable and safe for concurrent use.
type Bodies struct {
	f       finder
	all     []body
	named   map[graph.Node]int // event → institutions that it names
	chairs  [][]graph.Node     // of each group, the institutions that co-chair it
	Skipped int                // themes and groups that touch too many institutions to say anything specific
	pairs   []bodyPair
}

// OfInstitutions prepares the answers for a ranking of links.
func OfInstitutions(r *crosswalk.Ranking, p Parameters, d Decisions) *Bodies {
	b, _ := OfInstitutionsContext(context.Background(), r, p, d) // which never ends
	return b
}

// OfInstitutionsContext is OfInstitutions, broken off with the cause of ctx's end.
func OfInstitutionsContext(ctx context.Context, r *crosswalk.Ranking, p Parameters, d Decisions) (*Bodies, error) {
	b := &Bodies{f: newFinder(r, p, d), named: map[graph.Node]int{}}
	for _, g := range b.f.model.Groups() {
		b.chairs = append(b.chairs, b.f.chairBodies(g))
	}
	own := b.f.model.Editions()
	for _, z := range b.f.snap.Nodes(graph.Institution) {
		if !b.f.snap.StatedByAny(z, own) {
			continue
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if side := b.sideOf(z); side != "" {
			x := b.read(z, side)
			b.all = append(b.all, x)
			for n := range x.events {
				if _, counted := b.named[n]; !counted {
					b.named[n] = len(b.f.institutionsOf(n))
				}
			}
		}
	}
	var err error
	b.pairs, err = b.candidates(ctx)
	return b, err
}

// sideOf is CA, MX or INT where opportunities may be shown for the institution, else empty.
func (b *Bodies) sideOf(z graph.Node) string {
	p := b.f.snap.Described(z).Properties
	if b.f.model.Excluded(z) != "" || !slices.Contains(eligible, p.Text("type")) {
		return ""
	}
	if end := p.Date("valid_to"); end != "" && end.Year() <= b.f.model.AsOf || len(b.f.snap.Out(z, graph.SucceededBy)) > 0 {
		return "" // it has ended
	}
	switch country := p.Text("country"); {
	case p.Text("type") == "multilateral":
		return "INT"
	case country == "CA" || country == "MX":
		return country
	}
	return ""
}

// read gathers what one institution and its parts take part in.
func (b *Bodies) read(z graph.Node, side string) body {
	f := &b.f
	x := body{node: z, side: side, events: map[graph.Node][]string{}, groups: map[int][]string{}, themes: map[graph.Node][]string{}, told: map[graph.Node][]string{}, above: ancestors(f.snap, z)}
	for _, g := range f.model.PartnerGroups(z) {
		x.groups[g] = f.model.PartnerEvidence(z, g)
	}
	family := []graph.Node{z}
	for i := 0; i < len(family); i++ {
		for _, e := range f.snap.In(family[i], graph.PartOf) {
			if p := f.snap.From(e); !slices.Contains(family, p) {
				family = append(family, p)
			}
		}
	}
	for _, y := range family {
		for _, t := range naming {
			for _, e := range f.snap.Out(y, t) {
				if l := f.snap.Link(e); f.names(l, f.snap.Kind(f.snap.To(e))) {
					f.take(&x, f.snap.To(e), l)
				}
			}
		}
	}
	for _, passages := range []map[graph.Node][]string{x.events, x.themes, x.told} {
		for n := range passages {
			passages[n] = set(passages[n])
		}
	}
	for g, chairs := range b.chairs {
		if slices.ContainsFunc(chairs, func(c graph.Node) bool { return slices.Contains(family, c) }) {
			x.chairs = append(x.chairs, g)
		}
	}
	return x
}

// names reports whether a link names an institution in a session, project or commitment.
func (f *finder) names(l *graph.MergedLink, k graph.Kind) bool {
	return (k == graph.Session || k == graph.Project || k == graph.Commitment) && l.Properties.Text("role") != "mentioned"
}

// take adds an event that a link names the institution in, and the themes of a project or commitment; passages may be added again.
func (f *finder) take(x *body, n graph.Node, l *graph.MergedLink) {
	x.events[n] = append(x.events[n], l.Evidence...)
	if f.snap.Kind(n) == graph.Session {
		return
	}
	for _, e := range f.snap.Out(n, graph.Addresses) {
		t := f.snap.To(e)
		x.themes[t] = append(x.themes[t], l.Evidence...)
		x.told[t] = append(x.told[t], f.snap.Link(e).Evidence...)
	}
}

// naming are the links by which a session, project or commitment names an institution.
var naming = []graph.LinkType{graph.ParticipatesIn, graph.InvolvedIn, graph.ResponsibleFor}

// institutionsOf lists the institutions that a session, project or commitment names, by id.
func (f *finder) institutionsOf(n graph.Node) []graph.Node {
	var out []graph.Node
	for _, t := range naming {
		for _, e := range f.snap.In(n, t) {
			if z := f.snap.From(e); f.snap.Kind(z) == graph.Institution && f.names(f.snap.Link(e), f.snap.Kind(n)) {
				out = append(out, z)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// chairBodies lists the institutions that co-chair a group now, themselves or by their people, by id.
func (f *finder) chairBodies(group graph.Node) []graph.Node {
	var out []graph.Node
	for _, e := range f.snap.In(group, graph.CoChairs) {
		if f.snap.Link(e).Properties.Text("status") == "former" {
			continue
		}
		who := f.snap.From(e)
		if f.snap.Kind(who) == graph.Institution {
			out = append(out, who)
		}
		for _, a := range f.snap.Out(who, graph.AffiliatedWith) {
			out = append(out, f.snap.To(a))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
