package storetest

import "github.com/crosswalk-kg/crosswalk/graph"

// Second is the 2022 edition: Water has another name, Forests ended and Trade follows it, Youth is told of no more, the
// proposed meeting was held, the commitment was kept, the co-chair changed, and a body goes by another id.
func Second() Edition {
	d := newDraft("rivers-2022", "rivers-2022", 2022, "en", "")
	atWater := d.group(water, graph.Names{"en": "Rivers and Coasts", "es": "Ríos y costas"}, graph.Properties{"acronym": "RCWG", "status": "active"})
	atTrade := d.group(trade, graph.Names{"en": "Trade"}, graph.Properties{"status": "active", "valid_from": "2022-02"})
	ended := d.tell(partnership, "Forests has ended; Trade takes over.")
	d.entity(forests, graph.Names{"en": "Forests"}, graph.Properties{"status": "disbanded", "valid_to": "2022"}, ended)
	d.link(forests, graph.SucceededBy, trade, nil, ended)
	d.link(forests, graph.PartOf, partnership, graph.Properties{"until": "2022"}, ended)

	d.entity(sameLakes, graph.Names{"en": "Lake Institute", "fr": "Institut lacustre"}, graph.Properties{"type": "research", "acronym": "LI"}, atTrade).
		Aliases = []string{"Lake Inst."}
	d.link(sameLakes, graph.CoChairs, trade, graph.Properties{"side": "CA"}, atTrade)
	d.link(sameLakes, graph.CoChairs, water, graph.Properties{"side": "CA", "status": "current"}, atTrade)
	d.entity(ministry, graph.Names{"en": "Ministry of Rivers and Coasts"}, graph.Properties{"type": "department", "country": "MX"}, atWater)
	d.entity("institution:coast-guard", graph.Names{"en": "Coast Guard"}, graph.Properties{"type": "agency", "parent_of_record": sameLakes}, atWater)
	d.entity("person:john-doe", graph.Names{"en": "John Doe"}, nil, atWater)
	d.link("person:john-doe", graph.CoChairs, water, graph.Properties{"side": "MX", "sector": "public", "status": "current"}, atWater)
	d.entity(ana, graph.Names{"es": "Ana López Ruiz"}, nil, atWater)
	d.link(ana, graph.CoChairs, water, graph.Properties{"status": "former"}, atWater)

	held := d.tell(water, "The meeting was held on the 20th of May, with Trade in the room.")
	d.entity(meeting, graph.Names{"en": "Water meets Youth"}, graph.Properties{"status": "held", "start": "2021-05-20"}, held)
	d.link(water, graph.Holds, meeting, nil, held)
	d.link(trade, graph.Holds, meeting, nil, held)
	d.entity("session:rivers:2022:follow-up", graph.Names{"en": "Follow-up"}, graph.Properties{"status": "planned"}, held)
	d.link("session:rivers:2022:follow-up", graph.Follows, meeting, nil, held)
	d.link(trade, graph.Holds, "session:rivers:2022:follow-up", nil, held)
	kept := d.tell(water, "Gauges are shared.")
	d.entity(gauges, graph.Names{"en": "Share gauges"}, graph.Properties{"status": "done"}, kept)
	d.link(water, graph.CommitsTo, gauges, nil, kept)
	d.link(water, graph.RefersTo, trade, graph.Properties{"role": "summer-school", "kind": "none", "status": "possible"}, atTrade)
	d.b.Notes = append(d.b.Notes, graph.Note{ID: "note:rivers-2022:name", Kind: "ambiguous", About: []string{sameLakes}, Gist: graph.Names{"en": "Two names."}, Evidence: []string{atTrade}})
	return d.edition()
}

// judged is a judgement on the two ids of the same body.
func judged(v graph.Verdict, at string) graph.Judgement {
	return graph.Judgement{A: sameLakes, B: institute, Verdict: v, By: "tester", At: at, Reason: "same address"}
}
