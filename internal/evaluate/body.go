package evaluate

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// mostNamed is how many institutions a session, project or commitment may name to say anything of two of them.
const mostNamed = 12

// bodies is what each institution of one side does, as of one view.
type bodies struct {
	ca, mx []graph.Node
	events map[graph.Node]map[graph.Node]bool // institution → events that name it and not too many others
	things map[graph.Node]map[graph.Node]bool // institution → groups and themes
	hold   map[graph.Node]int                 // group or theme → institutions
}

func (v *view) bodies() bodies {
	s := v.model.Snapshot()
	b := bodies{events: map[graph.Node]map[graph.Node]bool{}, things: map[graph.Node]map[graph.Node]bool{}, hold: map[graph.Node]int{}}
	for _, z := range s.Nodes(graph.Institution) {
		if v.model.Excluded(z) != "" {
			continue
		}
		switch s.Entity(z).Properties.Text("country") {
		case "CA":
			b.ca = append(b.ca, z)
		case "MX":
			b.mx = append(b.mx, z)
		default:
			continue
		}
		b.read(v, z)
	}
	return b
}

// read gathers what one institution does.
func (b *bodies) read(v *view, z graph.Node) {
	s := v.model.Snapshot()
	b.events[z], b.things[z] = map[graph.Node]bool{}, map[graph.Node]bool{}
	for _, g := range v.model.PartnerGroups(z) {
		b.things[z][v.model.Groups()[g]] = true
	}
	for _, t := range []graph.LinkType{graph.ParticipatesIn, graph.InvolvedIn, graph.ResponsibleFor} {
		for _, e := range s.Out(z, t) {
			n := s.To(e)
			if k := s.Kind(n); s.Link(e).Properties.Text("role") == "mentioned" || k != graph.Session && k != graph.Project && k != graph.Commitment {
				continue
			}
			if namedBy(s, n) <= mostNamed {
				b.events[z][n] = true
			}
			for _, a := range s.Out(n, graph.Addresses) {
				b.things[z][s.To(a)] = true
			}
		}
	}
	for n := range b.things[z] {
		b.hold[n]++
	}
}

// namedBy is how many institutions an event names.
func namedBy(s *graph.Snapshot, n graph.Node) int {
	return len(s.In(n, graph.ParticipatesIn)) + len(s.In(n, graph.InvolvedIn)) + len(s.In(n, graph.ResponsibleFor))
}

// met reports whether an event names both.
func (b *bodies) met(x, y graph.Node) bool { return anyIn(b.events[x], b.events[y]) }

func anyIn(a, b map[graph.Node]bool) bool {
	for n := range a {
		if b[n] {
			return true
		}
	}
	return false
}

// institutions ranks pairs of a Canadian and a Mexican institution that no event names together, and labels those that one of
// the next edition does. Both institutions stand in both editions.
func (c *collector) institutions(w world, now, next *view) {
	before, after := now.bodies(), next.bodies()
	listed := now.listedBodies()
	scores := map[string][]float64{Random: {}}
	var labels []bool
	for _, x := range before.ca {
		x2, ok := after.same(now, next, x)
		if !ok {
			continue
		}
		for _, y := range before.mx {
			y2, ok := after.same(now, next, y)
			if !ok || before.met(x, y) {
				continue
			}
			labels = append(labels, after.met(x2, y2))
			for method, s := range before.scores(x, y) {
				scores[method] = append(scores[method], s)
			}
			s := now.model.Snapshot()
			scores[Opportunity] = append(scores[Opportunity], listed[opportunity.ID(ordered2(s.ID(x), s.ID(y))...)])
		}
	}
	scores[Random] = make([]float64, len(labels))
	c.add(w.name, TestRolling, TaskBodies, w.cluster(now.asOf), scores, labels, bodyMetrics)
}

func ordered2(a, b string) []string { return []string{min(a, b), max(a, b)} }

// same is the institution in the next view, where an edition since then states it.
func (b *bodies) same(now, next *view, z graph.Node) (graph.Node, bool) {
	s := next.model.Snapshot()
	n, ok := s.Lookup(now.model.Snapshot().ID(z))
	if !ok || b.things[n] == nil {
		return 0, false
	}
	year := 0
	for _, r := range s.Reports() {
		if slices.Contains(s.Entity(n).Reports(), r.ID) {
			year = max(year, r.Year)
		}
	}
	return n, year == next.asOf
}

// listedBodies scores opportunities of institutions by their place in the published list of new ones.
func (v *view) listedBodies() map[string]float64 {
	out := map[string]float64{}
	list, err := opportunity.OfInstitutions(v.ranking, opportunity.Defaults(), nil).List(opportunity.New, "")
	if err != nil { // the query is one of ours
		return out
	}
	for i, o := range list {
		out[o.ID] = float64(len(list) - i)
	}
	return out
}

// scores scores a pair of institutions by every baseline.
func (b *bodies) scores(x, y graph.Node) map[string]float64 {
	common, resource := 0.0, 0.0
	var both []graph.Node
	for n := range b.things[x] {
		if b.things[y][n] {
			both = append(both, n)
		}
	}
	slices.Sort(both)
	for _, n := range both {
		common++
		resource += 1 / float64(b.hold[n])
	}
	out := map[string]float64{Size: float64(len(b.events[x])) * float64(len(b.events[y])), Common: common, Jaccard: 0, Resource: resource, Association: 0}
	if common > 0 {
		p, q := float64(len(b.things[x])), float64(len(b.things[y]))
		out[Jaccard], out[Association] = common/(p+q-common), common/(p*q)
	}
	return out
}
