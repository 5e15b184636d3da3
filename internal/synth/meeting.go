package synth

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// tellMeetings tells the partnership's annual meetings: this year's and those before it, up to fourteen, each following the
// one before, with who came to the last and what it was about.
func (e *edition) tellMeetings() {
	d, before := e.w.dice, ""
	var ids []string
	first := e.w.options.FirstYear - 14
	for year := max(first, e.w.year-13); year <= e.w.year; year++ {
		id := fmt.Sprintf("session:%s:%d:meeting", e.w.short, year)
		p := e.passage(e.w.id, []string{"Part I", "Meetings"}, fmt.Sprintf("The partnership met for the %dth time in %d.", year-first+1, year))
		date := fmt.Sprintf("%d-%02d-%02d", year, 3+year%9, 1+year*7%28)
		at := fmt.Sprint(year)
		e.session(id, sentence(meetingWords, named{at, at, at}, ""),
			graph.Properties{"status": "held", "dated": true, "start": date, "end": date, "ordinal": float64(year - first + 1)}, p)
		e.link(e.w.id, graph.Holds, id, nil, p)
		if before != "" {
			e.link(id, graph.Follows, before, nil, p)
		}
		where := places[d.early(len(places))]
		e.place(where, p)
		e.link(id, graph.LocatedIn, where.id(), nil, p)
		before = id
		ids = append(ids, id)
	}
	e.tellMeeting(ids[max(0, len(ids)-4):])
}

// tellMeeting tells who came to the last meetings and what they addressed.
func (e *edition) tellMeeting(ids []string) {
	d := e.w.dice
	for range d.round(e.w.scaled(6)) {
		id := pick(d, ids)
		p := e.passage(e.w.id, []string{"Part I", "Meeting of the year"}, "Tells who spoke at the annual meeting, and of what.")
		for range 5 {
			b := pick(d, e.w.roster)
			e.body(b, p)
			e.link(b.id, graph.ParticipatesIn, id, graph.Properties{"role": choose(d, []choice[string]{{"participant", 30}, {"presenter", 18}})}, p)
		}
		var themes []*theme
		for range 6 {
			t := pick(d, e.w.themes)
			if !slices.ContainsFunc(themes, func(o *theme) bool { return o.subject == t.subject }) {
				themes = append(themes, t)
			}
		}
		e.addressOnce(id, themes, p)
	}
	for slot := range fixedSlots {
		b := e.w.roster[slot]
		p := e.last[e.w.id]
		e.body(b, p)
		if slot >= coordinatorCA {
			e.link(b.id, graph.CoChairs, e.w.id, graph.Properties{"side": b.country, "sector": "public", "status": "current"}, p)
		}
	}
}

// addressOnce is address for something that tells in one passage again and again: a subject that the passage addresses
// already is passed over, since no passage addresses a theme and a broader one.
func (e *edition) addressOnce(from string, themes []*theme, p string) {
	for _, t := range themes {
		key := fmt.Sprint(from, " ", p, " ", t.subject)
		if !e.subjects[key] {
			e.subjects[key] = true
			e.address(from, []*theme{t}, p)
		}
	}
}

// session declares a session.
func (e *edition) session(id string, names graph.Names, props graph.Properties, passages ...string) {
	e.entity(graph.Entity{ID: id, Kind: graph.Session, Name: names, NameSource: ours("en", "es", "fr"), Properties: props}, passages...)
}

func (p place) id() string { return "place:synth-" + p.slug }

// place declares a place.
func (e *edition) place(x place, p string) {
	props := graph.Properties{"country": x.country}
	if x.part != "" {
		props["iso3166_2"] = x.part
	}
	e.entity(graph.Entity{ID: x.id(), Kind: graph.Place, Name: graph.Names{"en": x.name, "fr": x.name, "es": x.name}, Properties: props}, p)
}
