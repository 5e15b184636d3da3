package explore

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// coChair is the role, among those of links, that CO_CHAIRS gives.
const coChair = "co-chair"

// check names everything in q that can choose nothing.
func (q ListQuery) check(s *graph.Snapshot) error {
	if q.Kind != "" && !q.Kind.Known() {
		return fmt.Errorf("kind %q is unknown; known: %v: %w", q.Kind, graph.Kinds, graph.ErrInvalid)
	}
	var errs []error
	if q.Q != "" && len(graph.Tokens(q.Q)) == 0 {
		errs = append(errs, NoWord(q.Q))
	}
	for _, f := range []struct {
		name, id string
		kind     graph.Kind
	}{{"partnership", q.Partnership, graph.Partnership}, {"theme", q.Theme, graph.Theme}, {"group", q.Group, graph.WorkingGroup}, {"institution", q.Institution, graph.Institution}} {
		if f.id == "" {
			continue
		}
		n, err := Find(s, f.id)
		if err == nil && s.Kind(n) != f.kind {
			err = fmt.Errorf("%s %s: it is a thing of kind %s: %w", f.name, f.id, s.Kind(n), graph.ErrInvalid)
		}
		errs = append(errs, err)
	}
	for _, f := range []struct{ name, value string }{{"status", q.Status}, {"type", q.Type}, {"firmness", q.Firmness}, {"side", q.Side}, {"role", q.Role}} {
		errs = append(errs, oneOf(f.name, f.value, q.values(f.name)))
	}
	if c := q.Country; c != "" && !strings.EqualFold(c, "INT") && (len(c) != 2 || strings.Trim(strings.ToUpper(c), "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		errs = append(errs, fmt.Errorf("country is %q; it must be two letters of ISO 3166-1, or INT: %w", c, graph.ErrInvalid))
	}
	if _, ok := graph.ParseDate(string(q.DueBefore)); q.DueBefore != "" && !ok {
		errs = append(errs, fmt.Errorf("due_before is %q; it must be a date: 2019, 2019-03 or 2019-03-14: %w", q.DueBefore, graph.ErrInvalid))
	}
	if _, err := time.Parse(time.DateOnly, q.Today); q.Today != "" && err != nil {
		errs = append(errs, fmt.Errorf("today is %q; it must be a day such as 2019-03-14: %w", q.Today, graph.ErrInvalid))
	}
	return errors.Join(errs...)
}

// NoWord is the error of a search that holds no letter and no digit.
func NoWord(q string) error {
	return fmt.Errorf("q is %q; it must hold a word, or be left out: %w", q, graph.ErrInvalid)
}

// values lists what a property may be, of the chosen kind or of any, and of links; sorted.
func (q ListQuery) values(name string) (out []string) {
	for k, ps := range graph.EntityProperties {
		if q.Kind == "" || k == q.Kind {
			out = append(out, valuesOf(ps, name)...)
		}
	}
	if name == "side" || name == "role" {
		for _, spec := range graph.LinkTypeSpecs {
			out = append(out, valuesOf(spec.Properties, name)...)
		}
	}
	if name == "role" {
		out = append(out, coChair)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func valuesOf(ps []graph.Property, name string) []string {
	for _, p := range ps {
		if p.Name == name {
			return p.Values
		}
	}
	return nil
}

func oneOf(name, value string, known []string) error {
	switch {
	case value == "" || slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, value) }):
		return nil
	case len(known) == 0:
		return fmt.Errorf("%s is %q; nothing of this kind has a %s: %w", name, value, name, graph.ErrInvalid)
	}
	return fmt.Errorf("%s is %q; it must be one of %s: %w", name, value, strings.Join(known, ", "), graph.ErrInvalid)
}

// admits judges a row, which is of entity n.
func (q ListQuery) admits(s *graph.Snapshot, n graph.Node, r Row) bool {
	p := r.Properties
	for _, f := range []struct {
		want string
		got  []string
	}{
		{q.Country, append(slices.Clone(p.List("countries")), p.Text("country"))}, {q.Status, []string{p.Text("status")}}, {q.Type, []string{p.Text("type")}},
		{q.Firmness, []string{p.Text("firmness")}}, {canonical(s, q.Theme), r.Themes}, {canonical(s, q.Group), r.Groups}, {canonical(s, q.Institution), r.Institutions},
	} {
		if f.want != "" && !slices.ContainsFunc(f.got, func(g string) bool { return strings.EqualFold(g, f.want) }) {
			return false
		}
	}
	if q.Target != nil {
		if t, _ := p.Bool("target"); t != *q.Target {
			return false
		}
	}
	if q.DueBefore != "" {
		if due := p.Date("due"); due == "" || due.First() >= q.DueBefore.First() {
			return false
		}
	}
	return q.admitsLinks(s, n, p.Text("side"))
}

// admitsLinks judges side and role, which a person has by links; own is the side that the entity itself has.
func (q ListQuery) admitsLinks(s *graph.Snapshot, n graph.Node, own string) bool {
	side := func(of string) bool { return q.Side == "" || strings.EqualFold(q.Side, of) }
	if q.Role == "" && side(own) {
		return true
	}
	return slices.ContainsFunc(slices.Concat(s.AllOut(n), s.AllIn(n)), func(e graph.Edge) bool {
		l := s.Link(e)
		role := q.Role == "" || strings.EqualFold(q.Role, l.Properties.Text("role")) || strings.EqualFold(q.Role, coChair) && l.Type == graph.CoChairs
		return role && (side(own) || side(l.Properties.Text("side")))
	})
}

func canonical(s *graph.Snapshot, id string) string {
	if now, old := s.Redirect(id); old {
		return now
	}
	return id
}
