package explore

import "github.com/crosswalk-kg/crosswalk/graph"

// Overview counts what a snapshot holds.
type Overview struct {
	Kinds    []KindCount     `json:"kinds"` // in the order of graph.Kinds
	Links    []LinkCount     `json:"links"` // in the order of graph.LinkTypes
	Notes    int             `json:"notes"`
	Passages int             `json:"passages"`
	Reports  []ReportSummary `json:"reports"` // by year
	Evidence Coverage        `json:"evidence"`
	Changes  *Changes        `json:"changes"` // since the edition before the newest; null where there is one edition only
}

// KindCount is how many entities of a kind there are.
type KindCount struct {
	Kind  graph.Kind `json:"kind"`
	Count int        `json:"count"`
}

// LinkCount is how many links of a type there are.
type LinkCount struct {
	Type  graph.LinkType `json:"type"`
	Count int            `json:"count"`
}

// ReportSummary is one loaded report.
type ReportSummary struct {
	graph.Report
	Passages int  `json:"passages"`
	Quotes   bool `json:"quotes"` // the source was attached
}

// Changes counts what the newest edition tells first and what it no longer mentions.
type Changes struct {
	Partnership  string `json:"partnership"`
	From         int    `json:"from"`
	To           int    `json:"to"`
	Appeared     int    `json:"appeared"`
	NotMentioned int    `json:"not_mentioned"`
}

// Summarise counts the snapshot.
func Summarise(s *graph.Snapshot) Overview {
	o := Overview{Kinds: []KindCount{}, Links: []LinkCount{}, Notes: s.NumNotes(), Passages: s.NumPassages(), Reports: Reports(s), Evidence: Cover(s)}
	for _, k := range graph.Kinds {
		o.Kinds = append(o.Kinds, KindCount{k, len(s.Nodes(k))})
	}
	counts := map[graph.LinkType]int{}
	for e := range s.NumLinks() {
		counts[s.Type(graph.Edge(e))]++
	}
	for _, t := range graph.LinkTypes {
		o.Links = append(o.Links, LinkCount{t, counts[t]})
	}
	o.Changes = changes(s)
	return o
}

// Reports lists the loaded reports, by year, then id.
func Reports(s *graph.Snapshot) []ReportSummary {
	out := make([]ReportSummary, len(s.Reports()))
	for i, r := range s.Reports() {
		out[i].Report = r
	}
	s.EachPassageReport(func(_, report int, quote bool) {
		out[report].Passages++
		out[report].Quotes = out[report].Quotes || quote
	})
	return out
}

// changes compares the two newest years of the partnership with the newest edition, the first by id of several.
func changes(s *graph.Snapshot) *Changes {
	c := Changes{}
	for _, r := range s.Reports() {
		if r.Year > c.To || r.Year == c.To && r.Partnership < c.Partnership {
			c.To, c.Partnership = r.Year, r.Partnership
		}
	}
	year := make([]int, len(s.Reports())) // of the partnership's editions, 0 of the others
	for i, r := range s.Reports() {
		if r.Partnership == c.Partnership {
			year[i] = r.Year
		}
	}
	for _, y := range year {
		if y < c.To && y > c.From {
			c.From = y
		}
	}
	if c.From == 0 {
		return nil
	}
	for _, k := range graph.Kinds {
		if k != graph.ReportKind {
			for _, n := range s.Nodes(k) {
				c.count(s.StatedBy(n), year)
			}
		}
	}
	return &c
}

// count counts an entity of some reports that the partnership's editions, by year, tell first in the newest or no longer.
func (c *Changes) count(reports, year []int) {
	first, last := 0, 0
	for _, r := range reports {
		if y := year[r]; y > 0 {
			last = max(last, y)
			if first == 0 || y < first {
				first = y
			}
		}
	}
	switch {
	case first == c.To:
		c.Appeared++
	case last == c.From:
		c.NotMentioned++
	}
}
