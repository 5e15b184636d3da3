package opportunity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// List is the chosen opportunities of institutions, without numbers: new, follow-up, deepen, most in common first. Member
// chooses those of one institution. Errors wrap graph.ErrInvalid or graph.ErrNotFound.
func (b *Bodies) List(kind, member string) ([]Opportunity, error) {
	if _, ok := lists[kind]; !ok && kind != "" {
		return nil, fmt.Errorf("kind %q is unknown; known: new, follow-up, deepen: %w", kind, graph.ErrInvalid)
	}
	n, ok := b.f.snap.Lookup(member)
	if member != "" && (!ok || b.f.snap.Kind(n) != graph.Institution) {
		return nil, fmt.Errorf("institution %s: no such institution: %w", member, graph.ErrNotFound)
	}
	out := []Opportunity{}
	for _, p := range b.pairs {
		if (kind == "" || p.list == kind) && (member == "" || p.a.node == n || p.b.node == n) {
			out = append(out, b.explain(p))
		}
	}
	return out, nil
}

// Get is one opportunity of institutions by its id; the members may stand in any order and under old ids. Errors wrap
// graph.ErrNotFound.
func (b *Bodies) Get(id string) (Opportunity, error) {
	now := b.current(id)
	for _, p := range b.pairs {
		if p.id == now {
			return b.explain(p), nil
		}
	}
	return Opportunity{}, fmt.Errorf("%s is not listed: fewer than two specific things in common with paragraphs of their own, not of the two sides, or dismissed: %w", id, graph.ErrNotFound)
}

// current is an opportunity's id with its members in order, under the ids that they have now.
func (b *Bodies) current(id string) string {
	members := strings.Split(strings.TrimPrefix(id, "opportunity:"), "~")
	for i, m := range members {
		if n, ok := b.f.snap.Lookup(m); ok {
			members[i] = b.f.snap.ID(n)
		}
	}
	slices.Sort(members)
	return ID(members...)
}

// explain gives a pair the shape of every answer, with reasons in place of numbers.
func (b *Bodies) explain(p bodyPair) Opportunity {
	f := &b.f
	o := Opportunity{Evidence: b.evidence(p), Reasons: []crosswalk.Reason{}, Explanation: crosswalk.Explanation{
		ID: p.id, Type: "opportunity", Kind: p.list, Level: p.level, Members: []crosswalk.Member{f.model.MemberOf(p.a.node), f.model.MemberOf(p.b.node)},
		Ready: []crosswalk.Reason{}, Parts: []crosswalk.Part{}, LeftOut: []crosswalk.LeftOut{}, Against: []crosswalk.Reason{}, NextSteps: []crosswalk.NextStep{},
		NamedBodies: crosswalk.NamedBodies{CA: []crosswalk.Member{}, MX: []crosswalk.Member{}, NotStated: []crosswalk.Member{}},
		Parameters:  f.model.Parameters, Method: f.model.Method()}}
	o.Method.Name = "opportunity"
	for _, s := range p.supports {
		e := f.snap.Described(s.node)
		r := crosswalk.Reason{Code: "both-touch", Text: "Both are named in work on " + anyName(e) + ".", About: []string{e.ID}, Passages: s.passages}
		if s.channel == channelBody {
			r.Code, r.Text = "both-in-group", "Both are named in the work of "+anyName(e)+"."
		}
		o.Reasons = append(o.Reasons, r)
	}
	for _, n := range p.next {
		e := f.snap.Entity(n)
		status := e.Properties.Text("firmness")
		if status == "" {
			status = e.Properties.Text("status")
		}
		o.NextSteps = append(o.NextSteps, crosswalk.NextStep{ID: e.ID, Name: e.Name, Status: status, Firm: f.status(n) == crosswalk.Agreed,
			Due: e.Properties.Date("due"), Groups: []string{}, Passages: e.Evidence})
	}
	if d, ok := f.decisions[o.ID]; ok {
		o.Decision = &d
	}
	return o
}
