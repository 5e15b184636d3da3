package synth

// What the edition of 2018 holds, as it was counted in its bundle (profile_test.go counts again): the figures after which
// editions are made. They are of nine groups and 187 institutions; what depends on them grows in proportion.
const (
	profileGroups       = 9
	profileInstitutions = 187
	profileProjects     = 189
	profileMentioned    = 87 // projects that a group only tells of
	profileCommitments  = 118
	profileFigures      = 53
	profileThemes       = 80
	profileJoint        = 10 // joint sessions, projects and commitments
	profileNotes        = 148
)

// How things are spread, by count in 2018.
var (
	// groupsPerBody is in how many groups an institution takes part.
	groupsPerBody = []choice[int]{{0, 50}, {1, 129}, {2, 4}, {3, 2}, {4, 1}, {5, 1}}
	// groupsPerTheme is how many groups touch a theme, but for the joint events that tell of it, which add to them.
	groupsPerTheme = []choice[int]{{0, 5}, {1, 51}, {2, 17}, {3, 3}, {4, 3}, {6, 1}}
	// bodiesPerProject is how many institutions a project names.
	bodiesPerProject = []choice[int]{{0, 66}, {1, 52}, {2, 39}, {3, 10}, {4, 8}, {5, 5}, {6, 2}, {7, 1}, {9, 4}, {11, 1}, {13, 1}}
	// themesPerProject and themesPerCommitment are how many themes it addresses.
	themesPerProject    = []choice[int]{{0, 25}, {1, 106}, {2, 49}, {3, 7}, {4, 2}}
	themesPerCommitment = []choice[int]{{0, 12}, {1, 67}, {2, 28}, {3, 10}, {4, 1}}
	// themesPerJoint and bodiesPerJoint are how many themes and institutions a joint event names.
	themesPerJoint = []choice[int]{{0, 2}, {1, 5}, {2, 2}, {5, 1}}
	bodiesPerJoint = []choice[int]{{0, 9}, {2, 1}}
	// groupsPerJoint is how many groups a joint event ties.
	groupsPerJoint = []choice[int]{{2, 8}, {3, 1}, {4, 1}}

	bodyTypes = []choice[string]{{"department", 36}, {"association", 33}, {"agency", 32}, {"government", 13}, {"university", 12}, {"company", 11}, {"fund", 9},
		{"research", 7}, {"regulator", 6}, {"multilateral", 6}, {"bank", 4}, {"cultural", 4}, {"indigenous", 3}, {"embassy", 3}, {"other", 6}}
	bodyCountries = []choice[string]{{"CA", 95}, {"MX", 69}, {"INT", 11}, {"US", 3}, {"GB", 2}, {"FR", 1}, {"", 6}}
	// nameSources is in which languages an institution's name is ours.
	nameSources = []choice[[]string]{{[]string{"fr"}, 46}, {nil, 44}, {[]string{"es"}, 41}, {[]string{"es", "fr"}, 30}, {[]string{"en", "es", "fr"}, 17}, {[]string{"en", "fr"}, 9}}

	projectTypes = []choice[string]{{"initiative", 30}, {"programme", 28}, {"event", 24}, {"workshop", 17}, {"plan", 12}, {"policy", 11}, {"study", 10}, {"visit", 10},
		{"mission", 9}, {"agreement", 7}, {"tool", 7}, {"fund", 5}, {"network", 5}, {"mou", 5}, {"project", 5}, {"campaign", 4}}
	projectStatuses = []choice[string]{{"running", 84}, {"done", 47}, {"proposed", 35}, {"planned", 23}}
	projectRoles    = []choice[string]{{"partner", 97}, {"participant", 72}, {"lead", 54}, {"host", 20}, {"funder", 17}, {"implementer", 11}, {"signatory", 11}, {"speaker", 9}}
	firmnesses      = []choice[string]{{"possible", 43}, {"planned", 40}, {"agreed", 18}, {"proposed", 16}}
	sides           = []choice[string]{{"both", 68}, {"CA", 17}, {"not stated", 17}, {"MX", 16}}
	stances         = []choice[string]{{"touches", 496}, {"offers", 14}, {"seeks", 8}}
	qualifiers      = []choice[string]{{"exact", 42}, {"about", 5}, {"at least", 4}, {"at most", 1}}
	noteKinds       = []choice[string]{{"ambiguous", 82}, {"gap", 28}, {"misspelling", 21}, {"contradiction", 9}, {"condition", 8}}
	notesAbout      = []choice[int]{{1, 65}, {2, 56}, {3, 19}, {4, 5}}
	evidencePerNote = []choice[int]{{1, 69}, {2, 44}, {3, 19}, {4, 8}}

	// jointKinds and the statuses of what ties groups.
	jointKinds      = []choice[string]{{"session", 6}, {"commitment", 3}, {"project", 1}}
	sessionStatuses = []choice[string]{{"held", 4}, {"proposed", 2}, {"planned", 1}, {"agreed", 1}}
	jointFirmnesses = []choice[string]{{"agreed", 2}, {"possible", 1}, {"proposed", 1}, {"planned", 1}}
	jointProjects   = []choice[string]{{"proposed", 2}, {"running", 1}, {"planned", 1}}

	// inferences is how sure what a rule concluded is.
	inferences = []choice[float64]{{0.9, 17}, {0.8, 3}, {0.95, 1}}
)

// inferred is the share of links, but for the scheme of themes, that a rule concluded.
const inferred = 21.0 / 1832

// followThrough is the chance that what was intended takes place by the next edition. Nothing in one edition tells it: these
// are guesses, ordered as the words are.
var followThrough = map[string]float64{"agreed": 0.6, "planned": 0.5, "proposed": 0.3, "possible": 0.15}
