package neo4jstore_test

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// synthetic is a valid bundle with that many links: bodies that take part in projects, a passage for every ten links.
func synthetic(report, links int) graph.Bundle {
	short := fmt.Sprintf("synth-%d", report)
	b := graph.Bundle{Format: graph.BundleFormat, Report: graph.Report{
		ID: "report:" + short, Work: short, Partnership: "partnership:synth", Title: graph.Names{"en": "Synthetic"}, Year: 2000 + report, Language: "en",
		SHA256: textHash(), TextSHA256: textHash()}}
	for i := range links/10 + 1 {
		b.Passages = append(b.Passages, graph.Passage{ID: fmt.Sprintf("passage:%s:%d", short, i), Section: []string{"Part", "Chapter"}, Paragraph: i + 1,
			Start: 10 * i, End: 10*i + 9, Line: i + 1, Gist: graph.Names{"en": fmt.Sprintf("What passage number %d of the synthetic report says in words of our own.", i)}})
	}
	at := func(i int) []string { return []string{b.Passages[i%len(b.Passages)].ID} }
	entity := func(id string, k graph.Kind, i int, p graph.Properties) {
		b.Entities = append(b.Entities, graph.Entity{ID: id, Kind: k, Name: graph.Names{"en": fmt.Sprintf("%s number %d", k, i), "fr": fmt.Sprintf("%s numéro %d", k, i)},
			Aliases: []string{fmt.Sprintf("No %d", i)}, Properties: p, Evidence: at(i)})
	}
	entity("partnership:synth", graph.Partnership, 0, nil)
	bodies, projects := links/20+2, links/10+2
	for i := range bodies {
		entity(fmt.Sprintf("institution:synth-%d", i), graph.Institution, i, graph.Properties{"country": "CA", "type": "company"})
	}
	for i := range projects {
		entity(fmt.Sprintf("project:synth:%d-%d", report, i), graph.Project, i, graph.Properties{"status": "running", "amount": graph.Amount{Value: float64(i), Currency: "CAD"}})
	}
	roles := []string{"lead", "partner", "funder", "implementer", "participant", "host", "signatory", "recipient", "speaker"}
	for i := range links {
		b.Links = append(b.Links, graph.Link{From: fmt.Sprintf("institution:synth-%d", i%bodies), Type: graph.InvolvedIn, To: fmt.Sprintf("project:synth:%d-%d", report, i/5%projects),
			Properties: graph.Properties{"role": roles[i/projects%len(roles)]}, Basis: graph.Stated, Confidence: 1, Evidence: at(i / 10)})
	}
	return distinct(b)
}
