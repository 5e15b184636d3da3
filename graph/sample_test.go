package graph

import "strings"

// sampleText is the whole report of sample: four lines, with characters of more than one byte.
const sampleText = "The Énergie group met the Mining group.\nThey trained 1 200 people.\nCanada’s ministry chairs.\nMexico seeks training.\n"

// line gives the span of line n (from 1) of sampleText, without its newline.
func line(n int) (start, end int) {
	for i, l := range strings.SplitAfter(sampleText, "\n") {
		if i == n-1 {
			return start, start + len(l) - 1
		}
		start += len(l)
	}
	panic("no such line")
}

// sample is a small valid bundle with every kind and most types of link, not in canonical order.
func sample() Bundle {
	b := Bundle{Format: BundleFormat, Report: Report{ID: "report:p-2018", Work: "p-2018", Partnership: "partnership:p", Title: Names{"en": "Report"},
		Year: 2018, Language: "en", URL: "https://example.org/report", SHA256: sha(sampleText), TextSHA256: sha(sampleText), TextBytes: len(sampleText)}}
	for n := 4; n >= 1; n-- {
		start, end := line(n)
		b.Passages = append(b.Passages, Passage{ID: at(n), Section: []string{"Part I"}, Paragraph: n, Chapter: "group:p:energy", Start: start, End: end, Line: n,
			Gist: Names{"en": "Line " + formatNumber(float64(n)) + "."}})
	}
	add := func(kind Kind, id, name string, properties Properties) {
		b.Entities = append(b.Entities, Entity{ID: id, Kind: kind, Name: Names{"en": name}, Properties: properties, Evidence: []string{at(2), at(1)}})
	}
	add(WorkingGroup, "group:p:energy", "Energy", Properties{"acronym": "EWG", "status": "active", "valid_from": "2010"})
	add(WorkingGroup, "group:p:mining", "Mining", Properties{"status": "closing", "closing_side": "CA"})
	add(Partnership, "partnership:p", "Partnership", Properties{"founded": "2004"})
	add(Institution, "institution:ministry", "Ministry of Énergie", Properties{"type": "department", "country": "CA", "parent_of_record": "institution:crown"})
	add(Institution, "institution:crown", "Government", Properties{"type": "government", "country": "CA"})
	add(Institution, "institution:agencies", "mining agencies", Properties{"named": false, "country": "INT"})
	add(Person, "person:a-b", "A. B.", nil)
	add(Project, "project:p:training", "Training", Properties{"type": "programme", "status": "done", "start": "2017-03", "end": "2017",
		"amount": Amount{Value: 1.5e6, Currency: "CAD", Period: "2017-2018"}, "countries": []string{"GT", "INT"}})
	add(Session, "session:p:2018:meeting", "Meeting", Properties{"status": "held", "format": "in-person", "start": "2018-10-29", "dated": true, "ordinal": 14.0})
	add(Commitment, "commitment:p:2018:train", "Train", Properties{"due": "2019", "status": "open", "firmness": "planned", "side": "not stated"})
	add(Theme, "theme:training", "Training", Properties{"terms": Terms{"en": {"training", "courses"}, "es": {"capacitación"}}})
	add(Theme, "theme:skills", "Skills", Properties{"circumstance": true})
	add(Figure, "figure:p:2018:trained", "Trained", Properties{"value": 1200.0, "value_to": 1300.0, "qualifier": "about", "unit": "people", "target": false})
	add(Place, "place:ottawa", "Ottawa", Properties{"country": "CA", "iso3166_2": "CA-ON"})
	link := func(from string, t LinkType, to string, properties Properties) {
		b.Links = append(b.Links, Link{From: from, Type: t, To: to, Properties: properties, Basis: Stated, Confidence: 1, Evidence: []string{at(1)}})
	}
	link("report:p-2018", ReportsOn, "group:p:energy", Properties{"chapter": true})
	link("group:p:energy", PartOf, "partnership:p", nil)
	link("group:p:mining", PartOf, "partnership:p", nil)
	link("institution:ministry", PartOf, "institution:crown", nil)
	link("institution:ministry", CoChairs, "group:p:energy", Properties{"side": "CA", "sector": "public", "since": "2016", "until": "2018-06"})
	link("person:a-b", AffiliatedWith, "institution:ministry", Properties{"title": "Director"})
	link("group:p:energy", Holds, "session:p:2018:meeting", nil)
	link("group:p:mining", Holds, "session:p:2018:meeting", nil)
	link("group:p:energy", Runs, "project:p:training", Properties{"role": "runs"})
	link("institution:ministry", InvolvedIn, "project:p:training", Properties{"role": "funder", "amount": Amount{Value: 100}})
	link("institution:ministry", InvolvedIn, "project:p:training", Properties{"role": "lead"})
	link("group:p:energy", CommitsTo, "commitment:p:2018:train", nil)
	link("commitment:p:2018:train", Concerns, "project:p:training", nil)
	link("group:p:mining", Addresses, "theme:training", Properties{"stance": "seeks"})
	link("group:p:energy", RefersTo, "group:p:mining", Properties{"role": "joint-training", "kind": "session", "status": "done"})
	link("partnership:p", RefersTo, "group:p:energy", Properties{"role": "all", "about": []string{"group:p:mining", "group:p:energy"}})
	link("theme:training", Broader, "theme:skills", nil)
	link("figure:p:2018:trained", About, "project:p:training", nil)
	link("session:p:2018:meeting", LocatedIn, "place:ottawa", nil)
	b.Links[len(b.Links)-3].Basis, b.Links[len(b.Links)-3].Rule, b.Links[len(b.Links)-3].Confidence = Inferred, "scheme", 0.9
	b.Entities[3].Aliases, b.Entities[3].NameSource = []string{"The Ministry", "ME"}, map[string]string{"en": "ours"}
	b.Notes = []Note{{ID: "note:p-2018:seven-or-eight", Kind: "contradiction", About: []string{"partnership:p", "group:p:energy"}, Gist: Names{"en": "Both."}, Evidence: []string{at(4), at(1)}}}
	return b
}

// at is the id of the passage on line n.
func at(n int) string { return "passage:p-2018:" + formatNumber(float64(n)) + "-1" }
