package neo4jstore_test

import (
	"fmt"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// Two editions, of which the later says otherwise of every property that the counting rules ask about, and adds ties, places and
// links of its own: as of the earlier one none of that is so, in Go and in Cypher, and it makes a difference.
func TestCypherForgetsWhatLaterEditionsSay(t *testing.T) {
	s, run := openRunner(t)
	for name, tell := range map[string]func(w *graphtest.World, later bool){
		"dated": func(w *graphtest.World, later bool) {
			w.Session("s", "held", graph.Properties{"dated": later}, "a", "b")
		},
		"start": func(w *graphtest.World, later bool) {
			w.Session("s", "held", graph.Properties{"start": either(later, "2010", "2014")}, "a", "b")
		},
		"end": func(w *graphtest.World, later bool) {
			w.Entity("project:test:p", graph.Properties{"status": "done", "end": either(later, "2010", "2014")}, w.Passage(graphtest.GroupID("a")))
			runBoth(w, "project:test:p")
		},
		"status":   func(w *graphtest.World, later bool) { w.Session("s", either(later, "proposed", "held"), nil, "a", "b") },
		"firmness": func(w *graphtest.World, later bool) { w.Commitment("c", either(later, "possible", "agreed"), "a", "b") },
		"places": func(w *graphtest.World, later bool) {
			joint(w, "session:test:s", graph.Holds, graph.Properties{"status": "planned"}, 50)
			joint(w, "project:test:p", graph.Runs, graph.Properties{"status": "planned"}, map[bool]int{false: 60, true: 50}[later])
		},
		"concerns": func(w *graphtest.World, later bool) {
			w.Session("s", "planned", nil, "a", "b")
			at := w.Commitment("c", "agreed", "a", "b")
			if later {
				w.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, at)
			}
		},
		"type": func(w *graphtest.World, later bool) {
			coordinated(w, graph.Properties{"type": either(later, "department", "government")}, "current")
		},
		"named": func(w *graphtest.World, later bool) {
			alone(w, "presenter", "a", "b")
			for i := range w.Bundle.Entities {
				if e := &w.Bundle.Entities[i]; e.ID == "institution:z" {
					e.Properties = graph.Properties{"type": "company", "named": !later}
				}
			}
		},
		"status of a chair": func(w *graphtest.World, later bool) {
			alone(w, "presenter", "a")
			w.Link("institution:z", graph.CoChairs, graphtest.GroupID("b"), graph.Properties{"side": "CA", "status": either(later, "current", "former")}, w.Passage("partnership:test"))
		},
		"coordinating": func(w *graphtest.World, later bool) {
			coordinated(w, graph.Properties{"type": "government"}, either(later, "former", "current"))
		},
		"parent of record": func(w *graphtest.World, later bool) {
			w.Entity("institution:z", graph.Properties{"type": "government"}, w.Passage("partnership:test"))
			alone(w, "presenter", "a", "b")
			unit := graph.Properties{"type": "department"}
			if later {
				unit["parent_of_record"] = "institution:z"
			}
			w.Entity("institution:unit", unit, w.Passage("partnership:test"))
			w.Link("institution:unit", graph.CoChairs, "partnership:test", graph.Properties{"side": "CA", "status": "current"}, w.Passage("partnership:test"))
		},
		"tie": func(w *graphtest.World, later bool) {
			w.Session("s", "held", nil, "a", "b")
			if later {
				w.Link(graphtest.GroupID("c"), graph.Holds, "session:test:s", nil, w.Passage(graphtest.GroupID("c")))
			}
		},
		"reference": func(w *graphtest.World, later bool) {
			w.Session("s", "held", nil, "a", "b")
			if later {
				w.Link(graphtest.GroupID("a"), graph.RefersTo, graphtest.GroupID("c"), graph.Properties{"role": "topic"}, w.Passage(graphtest.GroupID("a")))
			}
		},
		"part": func(w *graphtest.World, later bool) {
			w.Session("s", "held", nil, "a", "b")
			w.Entity("group:other:x", graph.Properties{"status": "active"}, w.Passage("partnership:test"))
			w.Link("group:other:x", graph.Holds, "session:test:s", nil, w.Passage("partnership:test"))
			if later {
				w.Link("group:other:x", graph.PartOf, "partnership:test", nil, w.Passage("partnership:test"))
			}
		},
		"topic": func(w *graphtest.World, later bool) {
			at := w.Session("s", "planned", nil, "a", "b")
			w.Entity("theme:t", nil, w.Passage("partnership:test"))
			w.Link(graphtest.GroupID("a"), graph.RefersTo, graphtest.GroupID("b"), graph.Properties{"role": "t", "status": "planned"}, w.Passage(graphtest.GroupID("a")))
			if later {
				w.Link("session:test:s", graph.Addresses, "theme:t", graph.Properties{"stance": "touches"}, at)
			}
		},
		"theme": func(w *graphtest.World, later bool) {
			w.Entity("theme:t", nil, w.Passage("partnership:test"))
			w.Link(graphtest.GroupID("a"), graph.Addresses, "theme:t", graph.Properties{"stance": "touches"}, w.Passage(graphtest.GroupID("a")))
			if later {
				w.Link(graphtest.GroupID("b"), graph.Addresses, "theme:t", graph.Properties{"stance": "touches"}, w.Passage(graphtest.GroupID("b")))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			if err := s.Clear(t.Context()); err != nil {
				t.Fatal(err)
			}
			var bundles []graph.Bundle
			for year := 2018; year <= 2019; year++ {
				w := graphtest.NewWorld(year, "a", "b", "c")
				tell(w, year == 2019)
				bundles = append(bundles, w.Bundle.Canonical())
			}
			put(t, s, bundles[:1]...)
			before := fmt.Sprint(inCypher(run, "partnership:test", 2018, 3))
			put(t, s, bundles[1:]...)
			agree(t.Context(), t, s, run, "partnership:test", 2018, nil)
			agree(t.Context(), t, s, run, "partnership:test", 2019, nil)
			if again := fmt.Sprint(inCypher(run, "partnership:test", 2018, 3)); again != before {
				t.Errorf("as of 2018 the later edition changes the answer:\nbefore %s\nafter  %s", before, again)
			}
			if later := fmt.Sprint(inCypher(run, "partnership:test", 2019, 3)); later == before {
				t.Errorf("the later edition changes nothing: %s", later)
			}
		})
	}
}

func either(later bool, first, then string) string {
	if later {
		return then
	}
	return first
}

// runBoth lets groups a and b run a project.
func runBoth(w *graphtest.World, id string) {
	for _, g := range []string{"a", "b"} {
		w.Link(graphtest.GroupID(g), graph.Runs, id, nil, w.Passage(graphtest.GroupID(g)))
	}
}

// coordinated adds an institution at sessions of groups a and b each, which is above one that co-chairs the partnership.
func coordinated(w *graphtest.World, above graph.Properties, status string) {
	w.Entity("institution:z", above, w.Passage("partnership:test"))
	alone(w, "presenter", "a", "b")
	w.Entity("institution:unit", graph.Properties{"type": "department"}, w.Passage("partnership:test"))
	w.Link("institution:unit", graph.PartOf, "institution:z", nil, w.Passage("partnership:test"))
	w.Link("institution:unit", graph.CoChairs, "partnership:test", graph.Properties{"side": "CA", "status": status}, w.Passage("partnership:test"))
}
