package graph

// EntityStatement is what one report states of an entity.
type EntityStatement struct {
	Report string `json:"report"`
	Entity
}

// MergedEntity is one thing of the merged graph: each property and name comes from the newest
// edition that states it, aliases and evidence are united, and what each edition said stands in Statements.
type MergedEntity struct {
	Entity
	Statements []EntityStatement `json:"statements"` // in the order of editions; at least one
}

// LinkStatement is what one report states of a link.
type LinkStatement struct {
	Report string `json:"report"`
	Year   int    `json:"year"`
	Work   string `json:"work"`
	Link
}

// MergedLink is one link of the merged graph: properties come from the newest edition that states
// each, basis, rule and confidence from the newest edition, evidence is united.
type MergedLink struct {
	ID  string `json:"id"`
	Key string `json:"key"`
	Link
	Years      []int           `json:"years"`      // of the editions that state it, ascending, without repeats
	Statements []LinkStatement `json:"statements"` // in the order of editions; at least one
}

// Redirect says that an old id now means a new one.
type Redirect struct {
	Old string `json:"old"`
	New string `json:"new"`
}

// Graph is the merged graph of some bundles: what a store holds and a snapshot projects. Treat it as immutable.
type Graph struct {
	Reports   []Report       // in the order of editions
	Passages  []Passage      // by id
	Entities  []MergedEntity // by id
	Links     []MergedLink   // by key
	Notes     []Note         // by id
	Redirects []Redirect     // by old id
}

// Reports lists the ids of the reports that state e, in the order of editions.
func (e *MergedEntity) Reports() []string {
	ids := make([]string, len(e.Statements))
	for i, s := range e.Statements {
		ids[i] = s.Report
	}
	return ids
}

// Reports lists the ids of the reports that state l, in the order of editions.
func (l *MergedLink) Reports() []string {
	ids := make([]string, len(l.Statements))
	for i, s := range l.Statements {
		ids[i] = s.Report
	}
	return ids
}

// OlderValue is what an edition said of a property that a newer edition says otherwise.
type OlderValue struct {
	Report   string `json:"report"`
	Property string `json:"property"`
	Value    any    `json:"value"`
}

// Older lists what earlier editions said and the newest no longer says, by edition, then property name.
func (e *MergedEntity) Older() []OlderValue {
	var out []OlderValue
	for _, s := range e.Statements {
		for _, name := range s.Properties.Names() {
			if v := s.Properties[name]; FormatValue(v) != FormatValue(e.Properties[name]) {
				out = append(out, OlderValue{s.Report, name, v})
			}
		}
		for _, lang := range s.Name.languages() {
			if s.Name[lang] != e.Name[lang] {
				out = append(out, OlderValue{s.Report, "name_" + lang, s.Name[lang]})
			}
		}
	}
	return out
}
