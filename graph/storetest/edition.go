package storetest

import "github.com/crosswalk-kg/crosswalk/graph"

// Ids of the fictional editions that tests name.
const (
	water     = "group:rivers:water"
	forests   = "group:rivers:forests"
	youth     = "group:rivers:youth"
	trade     = "group:rivers:trade"
	institute = "institution:institute-of-lakes" // in the first edition
	sameLakes = "institution:lake-institute"     // the same body, as the second edition calls it
	ministry  = "institution:ministry-of-rivers"
	miners    = "institution:mining-bodies"
	ana       = "person:ana-lopez"
	atlas     = "project:rivers:flood-atlas"
	meeting   = "session:rivers:2021:water-youth"
	gauges    = "commitment:rivers:2021:share-gauges"
)

// First is the 2021 edition: three groups, and something of every kind and nearly every link type, with values that are
// easily lost: lists, amounts, fractions, terms, flags that are false, text with <, &, quotes and accents.
func First() Edition {
	d := newDraft("rivers-2021", "rivers-2021", 2021, "en", "")
	first(d)
	return d.edition()
}

// FirstRevised is the 2021 edition, same text, read anew: one link, one entity and one note less, one link more, a changed
// property, a passage with another span, confidence and status corrected.
func FirstRevised() Edition {
	d := newDraft("rivers-2021", "rivers-2021", 2021, "en", "")
	first(d)
	d.b.Notes = nil
	d.dropEntity(miners)
	for i := range d.b.Entities {
		if e := &d.b.Entities[i]; e.ID == youth {
			e.Properties = graph.Properties{"acronym": "YWG", "status": "closing", "closing_side": "CA"}
		}
	}
	for i := range d.b.Links {
		if l := &d.b.Links[i]; l.Basis == graph.Inferred {
			l.Basis, l.Rule, l.Confidence = graph.Reviewed, "", 0.75
		}
	}
	last := &d.b.Passages[len(d.b.Passages)-1]
	last.End -= 4
	d.link(water, graph.Addresses, "theme:youth", graph.Properties{"stance": "touches"}, last.ID)
	return d.edition()
}

// FirstRetyped is the 2021 edition from another text: the same statements, every span and line moved.
func FirstRetyped() Edition {
	d := newDraft("rivers-2021", "rivers-2021", 2021, "en", "Printed again, à neuf.\n\n")
	first(d)
	return d.edition()
}

// FirstFrench is the French version of the 2021 edition: another report, the same work, fewer statements.
func FirstFrench() Edition {
	d := newDraft("rivers-2021-fr", "rivers-2021", 2021, "fr", "")
	at := d.group(water, graph.Names{"en": "Water", "fr": "Eau"}, graph.Properties{"status": "active"})
	d.entity(ministry, graph.Names{"fr": "Ministère des Rivières", "es": "Secretaría de Ríos"}, graph.Properties{"type": "department", "country": "MX"}, at).
		Aliases = []string{"Min. des Rivières", "MdR"}
	d.link(ministry, graph.ParticipatesIn, water, graph.Properties{"role": "mentioned"}, at)
	d.entity("theme:flood", graph.Names{"en": "Floods", "fr": "Crues"}, graph.Properties{"terms": graph.Terms{"fr": {"crue", "inondation"}}}, at)
	d.link(water, graph.Addresses, "theme:flood", graph.Properties{"stance": "seeks"}, at)
	return d.edition()
}

func first(d *draft) {
	atWater := d.group(water, graph.Names{"en": "Water & Rivers <joint>", "fr": "Eau et rivières"}, graph.Properties{"acronym": "WWG", "status": "active"})
	atForests := d.group(forests, graph.Names{"en": "Forests"}, graph.Properties{"status": "active", "valid_from": "2009"})
	atYouth := d.group(youth, graph.Names{"en": "Youth \"in\\out\"", "es": "Juventud, niñez 🌊"}, graph.Properties{"status": "active"})
	e := d.entity(institute, graph.Names{"en": "Institute of Lakes", "fr": "Institut des lacs"}, graph.Properties{"type": "research", "country": "CA", "acronym": "IL"}, atWater, atYouth)
	e.Aliases, e.NameSource = []string{"IoL", "Lakes Institute"}, map[string]string{"fr": "ours"}
	d.entity(ministry, graph.Names{"en": "Ministry of Rivers", "es": "Secretaría de Ríos"}, graph.Properties{"type": "department", "country": "MX", "wikidata": "Q16"}, atWater)
	d.entity(miners, graph.Names{"en": "mining bodies"}, graph.Properties{"named": false}, atForests)
	d.link(miners, graph.ParticipatesIn, forests, graph.Properties{"role": "participant"}, atForests)
	d.entity("institution:river-office", graph.Names{"en": "River Office"}, graph.Properties{"parent_of_record": ministry, "named": true}, atWater)
	d.link("institution:river-office", graph.PartOf, ministry, graph.Properties{"since": "2011-05", "until": "2020-12-31"}, atWater)
	d.people(atWater)
	d.work(atWater, atYouth)
	d.themes(atWater, atForests, atYouth)
	d.b.Notes = append(d.b.Notes, graph.Note{ID: "note:" + d.b.Report.Short() + ":two-or-three", Kind: "contradiction", About: []string{partnership, institute},
		Gist: graph.Names{"en": "Two groups in one place, three in another."}, Evidence: []string{atWater, atForests}})
}

func (d *draft) people(at string) {
	d.entity(ana, graph.Names{"es": "Ana López"}, nil, at)
	d.link(ana, graph.CoChairs, water, graph.Properties{"side": "MX", "sector": "public", "status": "current", "title": "Director, R&D"}, at)
	d.link(ana, graph.AffiliatedWith, ministry, graph.Properties{"title": "Director"}, at)
	d.link(institute, graph.CoChairs, water, graph.Properties{"side": "CA", "on_behalf_of": "the Office"}, at)
}

func (d *draft) work(atWater, atYouth string) {
	said := d.tell(water, "A flood atlas is under way; it cost 1,250,000.50 dollars over three years.")
	d.entity(atlas, graph.Names{"en": "Flood Atlas"}, graph.Properties{"type": "study", "status": "running", "start": "2019",
		"amount": graph.Amount{Value: 1250000.5, Currency: "CAD", Period: "2019-2021"}, "countries": []string{"US", "GT"}}, said)
	d.link(water, graph.Runs, atlas, graph.Properties{"role": "runs"}, said)
	d.link(youth, graph.Runs, atlas, graph.Properties{"role": "mentions"}, said, atYouth)
	d.link(institute, graph.InvolvedIn, atlas, graph.Properties{"role": "funder", "amount": graph.Amount{Value: 0.1}}, said)
	d.link(institute, graph.InvolvedIn, atlas, graph.Properties{"role": "lead"}, said)
	met := d.tell(youth, "Both groups may meet on the 14th of March.")
	d.entity(meeting, graph.Names{"en": "Water meets Youth"}, graph.Properties{"status": "proposed", "format": "videoconference", "start": "2021-03-14", "dated": true, "recurring": false, "ordinal": 2.0}, met)
	d.link(water, graph.Holds, meeting, nil, met)
	d.link(youth, graph.Holds, meeting, nil, met)
	d.entity("place:guelph", graph.Names{"en": "Guelph"}, graph.Properties{"country": "CA", "iso3166_2": "CA-ON"}, met)
	d.link(meeting, graph.LocatedIn, "place:guelph", nil, met)
	l := d.link(meeting, graph.Concerns, atlas, nil, met, said)
	l.Basis, l.Rule, l.Confidence = graph.Inferred, "same-words", 0.3
	d.entity(gauges, graph.Names{"en": "Share gauges"}, graph.Properties{"due": "2022-03", "status": "open", "firmness": "agreed", "side": "both"}, atWater)
	d.link(water, graph.CommitsTo, gauges, nil, atWater)
	d.link(gauges, graph.Concerns, atlas, nil, atWater)
	d.link(ministry, graph.ResponsibleFor, gauges, nil, atWater)
}

func (d *draft) themes(atWater, atForests, atYouth string) {
	d.entity("theme:flood", graph.Names{"en": "Floods", "fr": "Crues", "es": "Inundaciones"}, graph.Properties{"terms": graph.Terms{"en": {"flood", "high water"}, "fr": {"crue"}}}, atWater)
	d.entity("theme:youth", graph.Names{"en": "Young people"}, graph.Properties{"circumstance": false}, atYouth)
	d.entity("theme:nature", graph.Names{"en": "Nature"}, graph.Properties{"circumstance": true}, atForests)
	d.link("theme:flood", graph.Broader, "theme:nature", nil, atForests)
	d.link(water, graph.Addresses, "theme:flood", graph.Properties{"stance": "offers"}, atWater)
	d.link(youth, graph.Addresses, "theme:youth", graph.Properties{"stance": "seeks"}, atYouth)
	d.link(water, graph.RefersTo, youth, graph.Properties{"role": "summer-school", "kind": "session", "status": "proposed"}, atWater)
	d.link(partnership, graph.RefersTo, water, graph.Properties{"role": "all-groups", "kind": "none", "status": "none", "about": []string{forests, water, youth}}, atForests)
	counted := d.tell(water, "Some 42 to 50¼ gauges stand along the river.")
	d.entity("figure:rivers:2021:gauges", graph.Names{"en": "gauges"}, graph.Properties{"value": 42.0, "value_to": 50.25, "qualifier": "about", "unit": "gauges", "target": false, "as_written": "some 42 to 50¼"}, counted)
	d.link(water, graph.States, "figure:rivers:2021:gauges", nil, counted)
	d.link("figure:rivers:2021:gauges", graph.About, atlas, nil, counted)
}

// dropEntity takes an entity and its links out.
func (d *draft) dropEntity(id string) {
	entities, links := d.b.Entities, d.b.Links
	d.b.Entities, d.b.Links = nil, nil
	for _, e := range entities {
		if e.ID != id {
			d.b.Entities = append(d.b.Entities, e)
		}
	}
	for _, l := range links {
		if l.From != id && l.To != id {
			d.b.Links = append(d.b.Links, l)
		}
	}
}
