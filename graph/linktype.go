package graph

// LinkType is how one entity relates to another; in Neo4j it is a relationship type.
type LinkType string

// The link types; LinkTypeSpecs gives their ends and properties.
const (
	PartOf         LinkType = "PART_OF"
	Follows        LinkType = "FOLLOWS"
	SucceededBy    LinkType = "SUCCEEDED_BY"
	CoChairs       LinkType = "CO_CHAIRS"
	AffiliatedWith LinkType = "AFFILIATED_WITH"
	ParticipatesIn LinkType = "PARTICIPATES_IN"
	Holds          LinkType = "HOLDS"
	Runs           LinkType = "RUNS"
	InvolvedIn     LinkType = "INVOLVED_IN"
	CommitsTo      LinkType = "COMMITS_TO"
	Concerns       LinkType = "CONCERNS"
	ResponsibleFor LinkType = "RESPONSIBLE_FOR"
	Addresses      LinkType = "ADDRESSES"
	RefersTo       LinkType = "REFERS_TO"
	ReportsOn      LinkType = "REPORTS_ON"
	States         LinkType = "STATES"
	About          LinkType = "ABOUT"
	Broader        LinkType = "BROADER"
	LocatedIn      LinkType = "LOCATED_IN"
)

// Ends is one allowed pair of kinds.
type Ends struct{ From, To Kind }

// LinkTypeSpec declares a link type.
type LinkTypeSpec struct {
	Type       LinkType
	Ends       []Ends
	Properties []Property // beside since and until, which every link may have
}

// LinkTypes lists every link type in the order of LinkTypeSpecs.
var LinkTypes = func() []LinkType {
	ts := make([]LinkType, len(LinkTypeSpecs))
	for i, s := range LinkTypeSpecs {
		ts[i] = s.Type
	}
	return ts
}()

// linkTypeIndex is never written to after this.
var linkTypeIndex = func() map[LinkType]int {
	places := make(map[LinkType]int, len(LinkTypeSpecs))
	for i, s := range LinkTypeSpecs {
		places[s.Type] = i
	}
	return places
}()

// Index is the place of t in LinkTypes, -1 for an unknown type.
func (t LinkType) Index() int {
	if i, ok := linkTypeIndex[t]; ok {
		return i
	}
	return -1
}

// Known reports whether t is one of LinkTypes.
func (t LinkType) Known() bool { return t.Index() >= 0 }

// Allows reports whether t may lead from kind from to kind to.
func (s LinkTypeSpec) Allows(from, to Kind) bool {
	for _, e := range s.Ends {
		if e.From == from && e.To == to {
			return true
		}
	}
	return false
}
