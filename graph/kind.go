package graph

import "strings"

// Kind is what an entity is; in Neo4j it is a label.
type Kind string

// The kinds, with the ontology term that each follows.
const (
	Partnership  Kind = "Partnership"  // org:OrganizationalCollaboration
	WorkingGroup Kind = "WorkingGroup" // org:OrganizationalUnit
	Institution  Kind = "Institution"  // org:FormalOrganization
	Person       Kind = "Person"       // schema:Person, public role only
	Project      Kind = "Project"
	Session      Kind = "Session" // a meeting
	Commitment   Kind = "Commitment"
	Theme        Kind = "Theme"  // skos:Concept
	Figure       Kind = "Figure" // schema:Observation
	Place        Kind = "Place"  // schema:Place
	ReportKind   Kind = "Report" // prov:Entity
)

// Kinds lists every kind in the order in which people read them.
var Kinds = []Kind{Partnership, WorkingGroup, Institution, Person, Project, Session, Commitment, Theme, Figure, Place, ReportKind}

// prefixes maps the first segment of an id to its kind.
var prefixes = map[string]Kind{
	"partnership": Partnership, "group": WorkingGroup, "institution": Institution, "person": Person,
	"project": Project, "session": Session, "commitment": Commitment, "theme": Theme,
	"figure": Figure, "place": Place, "report": ReportKind,
}

// Prefix is the first segment of the ids of kind k, such as "group"; empty for an unknown kind.
func (k Kind) Prefix() string { return prefixOf[k] }

// prefixOf is prefixes the other way round; it is never written to after this.
var prefixOf = func() map[Kind]string {
	ps := make(map[Kind]string, len(prefixes))
	for p, k := range prefixes {
		ps[k] = p
	}
	return ps
}()

// article is the kind as a sentence names one thing of it.
func (k Kind) article() string {
	switch {
	case k == "":
		return "no entity"
	case strings.ContainsRune("AEIOU", rune(k[0])):
		return "an " + string(k)
	}
	return "a " + string(k)
}

// index is the place of k in Kinds; an unknown kind panics.
func (k Kind) index() uint8 {
	for i, other := range Kinds {
		if k == other {
			return uint8(i)
		}
	}
	panic("graph: no such kind: " + string(k))
}

// Known reports whether k is one of Kinds.
func (k Kind) Known() bool { return k.Prefix() != "" }

// KindOf is the kind that an entity id's first segment names; empty where it names none.
func KindOf(id string) Kind {
	p, _, _ := strings.Cut(id, ":")
	return prefixes[p]
}

// ValidID reports whether id is a prefix that is a kind (or passage, note, link) followed
// by one to three segments of [a-z0-9-]+, separated by colons.
func ValidID(id string) bool {
	parts := strings.Split(id, ":")
	if len(parts) < 2 || len(parts) > 4 || len(id) > 200 {
		return false
	}
	if _, ok := prefixes[parts[0]]; !ok && parts[0] != "passage" && parts[0] != "note" && parts[0] != "link" {
		return false
	}
	for _, p := range parts[1:] {
		if p == "" || strings.Trim(p, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	return true
}
