package crosswalk

import "github.com/crosswalk-kg/crosswalk/graph"

// Explanation is the one shape of every ranked answer, links and opportunities alike. Each number can be recomputed
// from what stands beside it. Numbers are rounded to 1e-12; absent ones are null.
type Explanation struct {
	ID             string          `json:"id"`   // crosswalk:A~B, members' ids in order
	Type           string          `json:"type"` // crosswalk, opportunity
	Kind           string          `json:"kind"` // groups, institutions; of an opportunity its list
	Members        []Member        `json:"members"`
	State          string          `json:"state,omitempty"` // of a pair of groups: linked, zero, no-chapter, not-active
	Score          *float64        `json:"score"`           // S in [0,1): what they do together; null of the last two states: nothing can be said
	Context        *float64        `json:"context"`         // C in [0,1): what they have in common
	Band           Band            `json:"band,omitempty"`
	Level          string          `json:"level,omitempty"` // of an opportunity: clear, possible
	Rank           *int            `json:"rank"`            // from 1; null where unranked
	RankInterval   *[2]int         `json:"rank_interval"`   // 5 to 95 % of 200 re-rankings
	Factors        *Factors        `json:"factors,omitempty"`
	Ready          []Reason        `json:"ready"`
	Parts          []Part          `json:"parts"`
	LeftOut        []LeftOut       `json:"left_out"`
	Against        []Reason        `json:"against"`
	Chance         *Chance         `json:"chance"`
	NoChance       string          `json:"no_chance,omitempty"` // why chance is absent of every pair
	Convener       *Convener       `json:"convener,omitempty"`
	NextSteps      []NextStep      `json:"next_steps"`
	Counterfactual *Counterfactual `json:"counterfactual"`
	NamedBodies    NamedBodies     `json:"named_bodies"`
	DependsOnOne   *Member         `json:"depends_on_one"`
	Parameters     Parameters      `json:"parameters"`
	Method         Method          `json:"method"`
}

// Member is a thing by id and name.
type Member struct {
	ID   string      `json:"id"`
	Name graph.Names `json:"name"`
}

// Factors are the two halves of an opportunity's order Ω = A·G.
type Factors struct {
	InCommon float64 `json:"in_common"` // A in [0,1)
	NotYet   float64 `json:"not_yet"`   // G = 1 - S
}

// Part is one channel of a score.
type Part struct {
	Channel string  `json:"channel"`
	Direct  bool    `json:"direct"` // part of score; else of context
	Mass    float64 `json:"mass"`   // M = Σ weight
	R       float64 `json:"r"`
	H       float64 `json:"h"`
	Value   float64 `json:"value"`  // v = 1 - 2^(-M/h)
	Points  float64 `json:"points"` // S·L/ΣL with L = log1p(-r·v), of score or context
	Items   []Item  `json:"items"`
}

// Item is one thing that counts, with every factor of its weight:
// weight = confidence · status_weight · age_weight / (number of groups - 1) - offset, and in the context
// channels 1/(number of groups - 1).
type Item struct {
	Entity       string      `json:"entity,omitempty"` // one of entity and link
	Link         string      `json:"link,omitempty"`
	Name         graph.Names `json:"name"`
	Status       string      `json:"status,omitempty"`
	Year         int         `json:"year,omitempty"`
	Dated        bool        `json:"dated"`
	Confidence   float64     `json:"confidence"`
	Groups       []string    `json:"groups"` // all groups that it ties, or that share it
	StatusWeight float64     `json:"status_weight"`
	AgeWeight    float64     `json:"age_weight"`
	Offset       float64     `json:"offset"`
	Weight       float64     `json:"weight"`
	Points       float64     `json:"points"`  // the part's points · weight / mass
	ToldBy       []string    `json:"told_by"` // chapters: ids of groups or of the partnership
	Passages     []string    `json:"passages"`
	AlsoTold     []string    `json:"also_told"` // further tellings of the same intention
}

// LeftOut is something that was seen and not counted, and by which rule.
type LeftOut struct {
	ID   string      `json:"id"` // of an entity or a link
	Name graph.Names `json:"name"`
	Rule string      `json:"rule"`
	Why  string      `json:"why"`
}

// Reason is a sentence with its code, so that pages can say it in their language, and its passages.
type Reason struct {
	Code     string   `json:"code"`
	Text     string   `json:"text"`
	About    []string `json:"about"` // ids
	Passages []string `json:"passages"`
}

// NextStep repeats what the report says is still to come.
type NextStep struct {
	ID       string      `json:"id"`
	Name     graph.Names `json:"name"`
	Status   string      `json:"status"`
	Firm     bool        `json:"firm"` // agreed or planned, rather than proposed or possible
	Due      graph.Date  `json:"due,omitempty"`
	Groups   []string    `json:"groups"`
	Passages []string    `json:"passages"`
}

// Chance compares the shared institutions of two groups with what their sizes alone would give.
type Chance struct {
	Observed int     `json:"observed"`
	Expected float64 `json:"expected"`
	Lift     float64 `json:"lift"`
	P        float64 `json:"p"`
	Q        float64 `json:"q"`
}

// Convener is a group that works with both members.
type Convener struct {
	Member
	Role     string  `json:"role"`
	Strength float64 `json:"strength"` // the smaller of its two scores
}

// Counterfactual says what the answer would be without its heaviest item.
type Counterfactual struct {
	Without string      `json:"without"`
	Name    graph.Names `json:"name"`
	Year    int         `json:"year,omitempty"`
	Score   float64     `json:"score"`
	Band    Band        `json:"band,omitempty"`
	Level   string      `json:"level,omitempty"` // of an opportunity
	Listed  bool        `json:"listed"`          // it would still stand in the list
	Rank    *int        `json:"rank"`
}

// NamedBodies are the institutions that the pair's counted direct events name, by side.
type NamedBodies struct {
	CA        []Member `json:"CA"`
	MX        []Member `json:"MX"`
	NotStated []Member `json:"not_stated"` // multilateral, of a third country, or country unknown
}

// Method says how the answer was made.
type Method struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	AsOf    int    `json:"as_of"`
	Custom  bool   `json:"custom"` // parameters differ from the defaults
}

// MethodVersion changes whenever the same graph would be answered otherwise.
const MethodVersion = "1.2"
