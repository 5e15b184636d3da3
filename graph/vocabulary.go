package graph

// EntityProperties declares the own properties of each kind, in the order in which people read them.
var EntityProperties = map[Kind][]Property{
	Partnership: {{Name: "founded", Type: DateType}, {Name: "valid_from", Type: DateType}, {Name: "valid_to", Type: DateType}},
	WorkingGroup: {
		{Name: "acronym"},
		enum("status", "active", "closing", "disbanded"),
		enum("closing_side", "CA", "MX", "both"),
		{Name: "valid_from", Type: DateType}, {Name: "valid_to", Type: DateType},
	},
	Institution: {
		{Name: "acronym"},
		enum("type", "department", "agency", "regulator", "state company", "government", "embassy", "university", "research", "company",
			"association", "bank", "fund", "cultural", "court", "armed force", "multilateral", "indigenous", "other"),
		{Name: "country", Type: CountryType},
		{Name: "parent_of_record", Type: IDType, Kind: Institution},
		{Name: "named", Type: BoolType},
		{Name: "wikidata"}, {Name: "ror"},
		{Name: "valid_from", Type: DateType}, {Name: "valid_to", Type: DateType},
	},
	Person: {},
	Project: {
		enum("type", "project", "programme", "initiative", "fund", "agreement", "mou", "study", "network", "campaign", "standard", "workshop",
			"mission", "event", "visit", "plan", "tool", "policy", "committee", "publication"),
		enum("status", "proposed", "planned", "running", "done", "dropped"),
		{Name: "start", Type: DateType}, {Name: "end", Type: DateType},
		{Name: "amount", Type: AmountType},
		{Name: "countries", Type: CountriesType},
	},
	Session: {
		enum("status", "held", "agreed", "planned", "proposed", "dropped"),
		enum("format", "in-person", "videoconference"),
		{Name: "start", Type: DateType}, {Name: "end", Type: DateType},
		{Name: "dated", Type: BoolType}, {Name: "recurring", Type: BoolType},
		{Name: "ordinal", Type: NumberType},
		{Name: "countries", Type: CountriesType},
	},
	Commitment: {
		{Name: "due", Type: DateType},
		enum("status", "open", "done", "dropped", "unknown"),
		enum("firmness", "agreed", "planned", "proposed", "possible"),
		enum("side", "CA", "MX", "both", "not stated"),
	},
	Theme: {{Name: "circumstance", Type: BoolType}, {Name: "terms", Type: TermsType}},
	Figure: {
		{Name: "value", Type: NumberType}, {Name: "value_to", Type: NumberType},
		enum("qualifier", "exact", "about", "at least", "at most"),
		{Name: "unit"}, {Name: "currency"},
		{Name: "start", Type: DateType}, {Name: "end", Type: DateType},
		{Name: "target", Type: BoolType},
		{Name: "as_written"},
	},
	Place: {{Name: "country", Type: CountryType}, {Name: "iso3166_2"}},
	ReportKind: {
		{Name: "work"}, {Name: "partnership", Type: IDType, Kind: Partnership}, {Name: "year", Type: NumberType}, {Name: "language"},
		{Name: "url"}, {Name: "sha256"}, {Name: "text_sha256"}, {Name: "text_bytes", Type: NumberType}, {Name: "reader"},
	},
}

// LinkTypeSpecs declares every link type, its ends and its properties, in the order in which people read them.
var LinkTypeSpecs = []LinkTypeSpec{
	{Type: CoChairs, Ends: ends([]Kind{Person, Institution}, []Kind{WorkingGroup, Partnership}), Properties: []Property{
		enum("side", "CA", "MX"), enum("sector", "public", "private"), enum("status", "current", "former"), {Name: "title"}, {Name: "on_behalf_of"}}},
	{Type: AffiliatedWith, Ends: ends([]Kind{Person}, []Kind{Institution}), Properties: []Property{{Name: "title"}}},
	{Type: ParticipatesIn, Ends: ends([]Kind{Institution, Person}, []Kind{WorkingGroup, Session, Partnership}), Properties: []Property{
		enum("role", "participant", "presenter", "mentioned")}},
	{Type: Holds, Ends: ends([]Kind{WorkingGroup, Partnership}, []Kind{Session})},
	{Type: Runs, Ends: ends([]Kind{WorkingGroup}, []Kind{Project}), Properties: []Property{enum("role", "runs", "supports", "mentions")}},
	{Type: InvolvedIn, Ends: ends([]Kind{Institution, Person}, []Kind{Project}), Properties: []Property{
		enum("role", "lead", "partner", "funder", "implementer", "participant", "host", "signatory", "recipient", "speaker"),
		{Name: "amount", Type: AmountType}}},
	{Type: CommitsTo, Ends: ends([]Kind{WorkingGroup, Partnership}, []Kind{Commitment})},
	{Type: Concerns, Ends: []Ends{{Commitment, Session}, {Commitment, Project}, {Session, Project}}},
	{Type: ResponsibleFor, Ends: ends([]Kind{Institution}, []Kind{Commitment})},
	{Type: Addresses, Ends: ends([]Kind{WorkingGroup, Project, Session, Commitment}, []Kind{Theme}), Properties: []Property{
		enum("stance", "touches", "seeks", "offers")}},
	{Type: RefersTo, Ends: []Ends{{WorkingGroup, WorkingGroup}, {WorkingGroup, Partnership}, {Partnership, WorkingGroup}}, Properties: []Property{
		{Name: "role"}, enum("kind", "session", "project", "commitment", "none"),
		enum("status", "done", "agreed", "planned", "proposed", "possible", "none"),
		{Name: "about", Type: IDsType, Kind: WorkingGroup}}},
	{Type: ReportsOn, Ends: ends([]Kind{ReportKind}, []Kind{WorkingGroup}), Properties: []Property{{Name: "chapter", Type: BoolType}}},
	{Type: States, Ends: ends([]Kind{WorkingGroup, Partnership}, []Kind{Figure})},
	{Type: About, Ends: ends([]Kind{Figure}, []Kind{Project, Institution, Session, Commitment, Theme, Place})},
	{Type: PartOf, Ends: []Ends{{WorkingGroup, Partnership}, {Institution, Institution}, {Project, Project}, {Session, Session}}},
	{Type: Follows, Ends: []Ends{{Session, Session}, {Project, Project}}},
	{Type: SucceededBy, Ends: []Ends{{WorkingGroup, WorkingGroup}, {Institution, Institution}, {Partnership, Partnership}}},
	{Type: Broader, Ends: []Ends{{Theme, Theme}}},
	{Type: LocatedIn, Ends: ends([]Kind{Session, Institution, Project}, []Kind{Place})},
}

// LinkDates are the properties that every link may have: what a passage dates.
var LinkDates = []Property{{Name: "since", Type: DateType}, {Name: "until", Type: DateType}}

// Spec is the declaration of t, and whether t is known.
func (t LinkType) Spec() (LinkTypeSpec, bool) {
	if i := t.Index(); i >= 0 {
		return LinkTypeSpecs[i], true
	}
	return LinkTypeSpec{}, false
}

// Property finds the declaration of a link property, LinkDates included.
func (s LinkTypeSpec) Property(name string) (Property, bool) {
	if p, ok := findProperty(s.Properties, name); ok {
		return p, true
	}
	return findProperty(LinkDates, name)
}

// EntityProperty finds the declaration of property name of kind k.
func EntityProperty(k Kind, name string) (Property, bool) {
	return findProperty(EntityProperties[k], name)
}

func findProperty(ps []Property, name string) (Property, bool) {
	for _, p := range ps {
		if p.Name == name {
			return p, true
		}
	}
	return Property{}, false
}

func enum(name string, values ...string) Property {
	return Property{Name: name, Type: EnumType, Values: values}
}

func ends(from, to []Kind) []Ends {
	var es []Ends
	for _, f := range from {
		for _, t := range to {
			es = append(es, Ends{f, t})
		}
	}
	return es
}
