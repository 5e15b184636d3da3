package ui

import (
	"strings"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// homePage is what the first page shows.
type homePage struct {
	frame
	Loaded         *editionsView // nil where one edition is loaded
	Glance         glanceView
	Groups         []groupView
	Rows           []matrixRow
	Bands          []bandWord
	Links          []linkView
	Apart          []linkView // with a group that is not active
	Lists          []listView
	Ground         []groundView
	NoChapter      []string
	Closing        []string
	Contradictions int
	NotesShown     []noteView // contradictions and conditions
	Gaps           []noteView // what is not told of groups
	MoreNotes      int
	Items          string // address of every counted item
}

// glanceView is the page in four numbers.
type glanceView struct {
	Worked    int    // pairs that worked together
	ToCome    int    // pairs with work agreed or proposed
	New       int    // possible collaborations that the report does not name
	NoChapter string // groups without a chapter, in words
}

// home gathers the first page for one partnership as of one year.
func home(v *viewer, _ []string) (string, any, error) {
	if err := v.rank(); err != nil {
		return "", nil, err
	}
	p := &homePage{Items: v.asked.scored("/api/v1/crosswalks/items.csv")}
	p.frame = v.frame("Links between working groups", dataView{"CSV", v.asked.scored("/api/v1/crosswalks/matrix.csv")}, dataView{"JSON", v.asked.scored("/api/v1/crosswalks/matrix")})
	for _, part := range []func(*homePage) error{v.links, v.matrix, v.opportunities} {
		if err := part(p); err != nil {
			return "", nil, err
		}
	}
	v.mustKnow(p)
	p.Glance, p.Loaded = glance(p), v.editionsLine()
	return "home.html", p, nil
}

func glance(p *homePage) glanceView {
	g := glanceView{NoChapter: sentence(p.NoChapter)}
	for _, l := range p.Links {
		switch l.Band {
		case crosswalk.Strong, crosswalk.Established:
			g.Worked++
		default:
			g.ToCome++
		}
	}
	if len(p.Lists) > 0 {
		g.New = len(p.Lists[0].Items) + p.Lists[0].More
	}
	return g
}

// anchor is an id as a fragment of the page.
func anchor(id string) string { return strings.NewReplacer(":", "-", "~", "--").Replace(id) }
