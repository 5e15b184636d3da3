package graph

// Report is the record of one edition of one document in one language (prov:Entity).
type Report struct {
	ID          string `json:"id"`
	Work        string `json:"work"` // shared by the language versions of one edition, which count as one document
	Partnership string `json:"partnership"`
	Title       Names  `json:"title"`
	Year        int    `json:"year"`
	Language    string `json:"language"`
	URL         string `json:"url,omitempty"`
	SHA256      string `json:"sha256"`               // of the file, hex
	TextSHA256  string `json:"text_sha256"`          // of the UTF-8 text that spans count in, hex
	TextBytes   int    `json:"text_bytes,omitempty"` // length of that text; 0 where unknown
	Reader      string `json:"reader,omitempty"`     // name and version of what made the text; empty for plain text
}

// Before orders editions: by year, then by report id.
func (r Report) Before(o Report) bool {
	if r.Year != o.Year {
		return r.Year < o.Year
	}
	return r.ID < o.ID
}

// Short is the report's id without its prefix, such as "cmp-2018".
func (r Report) Short() string {
	const prefix = "report:"
	if len(r.ID) > len(prefix) {
		return r.ID[len(prefix):]
	}
	return r.ID
}

// entity is the report as an entity of the graph, so that links may start at it.
func (r Report) entity() Entity {
	p := Properties{"work": r.Work, "partnership": r.Partnership, "year": float64(r.Year), "language": r.Language, "sha256": r.SHA256, "text_sha256": r.TextSHA256}
	if r.URL != "" {
		p["url"] = r.URL
	}
	if r.TextBytes > 0 {
		p["text_bytes"] = float64(r.TextBytes)
	}
	if r.Reader != "" {
		p["reader"] = r.Reader
	}
	return Entity{ID: r.ID, Kind: ReportKind, Name: r.Title, Properties: p}
}
