package crosswalk

import (
	"cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// time sets status, class, year and date of an entity's event: the year in which it took place (a project done: its end),
// where that is known; for a running project, and for what is to come, the newest edition that says so.
func (m *Model) time(e *Event) {
	ent := m.snap.Entity(e.Node)
	p := ent.Properties
	e.Status, e.Dated = p.Text("status"), true
	said := "status"
	if e.Channel == CommitmentChannel && e.Status != "done" && e.Status != "dropped" {
		e.Status, said = p.Text("firmness"), "firmness"
	}
	e.Class = classOf(e.Status)
	e.edition = m.lastSaid(ent, said)
	e.Year = e.edition
	e.Recurring, _ = p.Bool("recurring")
	if dated, told := p.Bool("dated"); told && !dated {
		e.Dated = e.Class != Done // only what took place can be of "earlier years"
	}
	if e.Dated && (e.Status == "held" || e.Status == "done") {
		e.Year = min(cmp.Or(tookPlace(e.Status, p), e.edition), e.edition+1) // a report appears in the year after its own at the latest
	}
}

// tookPlace is the year of what was held, or in which what is done ended; 0 where unknown.
func tookPlace(status string, p graph.Properties) int {
	if start := p.Date("start").Year(); status == "held" && start > 0 {
		return start
	}
	return p.Date("end").Year()
}

// lastSaid is the year of the newest edition that gives the property the value that the merged entity has; where none
// states it, of the newest edition that states the entity.
func (m *Model) lastSaid(e *graph.MergedEntity, property string) int {
	want := e.Properties.Text(property)
	year := 0
	for _, s := range e.Statements {
		if s.Properties.Text(property) == want {
			year = max(year, m.years[s.Report])
		}
	}
	return year
}
