package ui

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// homePage is what the first page shows.
type homePage struct {
	Partnership string
	Year        int
	Editions    []string
	Release     graph.Release
	Groups      []crosswalk.MatrixGroup
	Rows        []matrixRow
	Bands       []bandWord
	Links       []linkView
	Apart       []linkView // with a group that is not active
	Lists       []listView
	Ground      []groundView
	NoChapter   []crosswalk.MatrixGroup
	Closing     []string
	Notes       []noteView
}

type matrixRow struct {
	Group crosswalk.MatrixGroup
	Cells []cellView
}

// cellView is one cell of the table: a number, a colour and words, or why there is no number.
type cellView struct {
	Anchor string // of the pair below; empty where the list does not hold it
	State  string
	Number string
	Words  string
	Tone   int // 0 to 5, one hue
	Title  string
}

type bandWord struct {
	Band  crosswalk.Band
	Words string
}

// linkView is one pair with its items, firm ones apart from what is only mooted.
type linkView struct {
	crosswalk.Explanation
	Anchor   string
	Title    string
	Words    string
	Number   string
	Done     []itemView // held, running, done
	Firm     []itemView // agreed, planned
	Mooted   []itemView // proposed, possible, or only named
	Common   []itemView
	AgainstV []reasonView
	Chapters []string
}

type itemView struct {
	Name    string
	Lang    string
	Status  string
	When    string
	Weight  string
	ToldBy  string
	Sources []sourceView
	Others  []string
}

// sourceView is a passage's place, as people are shown it.
type sourceView struct {
	ID    string
	Place string
	Gist  string
	Lang  string
	Quote string
}

type reasonView struct {
	Text    string
	Sources []sourceView
}

type listView struct {
	Kind  string
	Title string
	Intro string
	Items []opportunityView
	More  int
}

type opportunityView struct {
	opportunity.Opportunity
	Title    string
	Level    string
	Reasons  []reasonView
	Against  []reasonView
	Ready    []reasonView
	Firm     []stepView
	Mooted   []stepView
	Chapters string
}

type stepView struct {
	Name    string
	Status  string
	Due     string
	Sources []sourceView
}

type groundView struct {
	Theme  string
	Count  int
	Of     int
	Groups string
}

type noteView struct {
	Kind    string
	Text    string
	Sources []sourceView
}

// topOpportunities is how many of each list the first page shows.
const topOpportunities = 5

// homePage gathers the first page for one partnership as of one year.
func (u *UI) homePage(s *graph.Snapshot, o crosswalk.Options) (*homePage, error) {
	r, err := u.svc.Ranking(s, o)
	if err != nil {
		return nil, err
	}
	v := viewer{svc: u.svc, snap: r.Model().Snapshot(), ranking: r}
	p := &homePage{Partnership: v.name(v.snap.Entity(r.Model().Partnership).Name), Year: r.Model().AsOf, Release: s.Release()}
	for _, e := range v.snap.Reports() {
		p.Editions = append(p.Editions, fmt.Sprintf("%s (%d)", v.name(e.Title), e.Year))
	}
	if err := v.links(p); err != nil {
		return nil, err
	}
	if err := v.matrix(p); err != nil {
		return nil, err
	}
	if err := v.opportunities(p, s, o); err != nil {
		return nil, err
	}
	v.mustKnow(p)
	return p, nil
}

// viewer turns answers into what templates show.
type viewer struct {
	svc     *service.Service
	snap    *graph.Snapshot
	ranking *crosswalk.Ranking
}

func (v viewer) name(n graph.Names) string { t, _ := n.In("en"); return t }

// matrix lays out the table of groups.
func (v viewer) matrix(p *homePage) error {
	m, err := v.ranking.Matrix("")
	if err != nil {
		return err
	}
	listed := map[string]bool{}
	for _, l := range slices.Concat(p.Links, p.Apart) {
		listed[l.ID] = true
	}
	p.Groups = m.Groups
	for i, g := range m.Groups {
		row := matrixRow{Group: g}
		for k, c := range m.Cells[i] {
			row.Cells = append(row.Cells, v.cell(c, g, m.Groups[k], listed))
		}
		p.Rows = append(p.Rows, row)
		if !g.Chapter {
			p.NoChapter = append(p.NoChapter, g)
		}
	}
	for _, b := range crosswalk.Bands {
		p.Bands = append(p.Bands, bandWord{b, bandWords[b]})
	}
	return nil
}

func (v viewer) cell(c crosswalk.Cell, row, col crosswalk.MatrixGroup, listed map[string]bool) cellView {
	out := cellView{State: c.State, Title: v.name(row.Name) + " and " + v.name(col.Name)}
	if listed[c.ID] {
		out.Anchor = anchor(c.ID)
	}
	switch c.State {
	case "linked", "zero":
		out.Number, out.Words, out.Tone = fmt.Sprintf("%.2f", *c.Score), bandWords[c.Band], tone(c.Band)
	case "no-chapter":
		out.Words = "no chapter"
	case "not-active":
		out.Words = "not active"
	}
	return out
}

// tone is the strength of the one hue for a band: words always stand beside it.
func tone(b crosswalk.Band) int {
	return map[crosswalk.Band]int{crosswalk.Strong: 5, crosswalk.Established: 4, crosswalk.Emerging: 3, crosswalk.Mentioned: 2, crosswalk.Latent: 1}[b]
}

// links gathers the pairs with any link.
func (v viewer) links(p *homePage) error {
	xs, err := v.ranking.List(crosswalk.Filter{})
	if err != nil {
		return err
	}
	for _, x := range xs {
		l := v.link(x)
		if x.Rank == nil {
			p.Apart = append(p.Apart, l)
		} else {
			p.Links = append(p.Links, l)
		}
	}
	return nil
}

func (v viewer) link(x crosswalk.Explanation) linkView {
	l := linkView{Explanation: x, Anchor: anchor(x.ID), Title: v.title(x.Members), Words: bandWords[x.Band], Number: fmt.Sprintf("%.2f", *x.Score)}
	for _, part := range x.Parts {
		for _, i := range part.Items {
			it := v.item(i)
			switch {
			case !part.Direct:
				l.Common = append(l.Common, it)
			case crosswalk.ClassOf(i.Status) == crosswalk.Done:
				l.Done = append(l.Done, it)
			case crosswalk.ClassOf(i.Status) == crosswalk.Agreed:
				l.Firm = append(l.Firm, it)
			default:
				l.Mooted = append(l.Mooted, it)
			}
		}
	}
	for _, a := range x.Against {
		l.AgainstV = append(l.AgainstV, v.reason(a))
	}
	return l
}

func (v viewer) title(ms []crosswalk.Member) string {
	var names []string
	for _, m := range ms {
		names = append(names, v.name(m.Name))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func (v viewer) item(i crosswalk.Item) itemView {
	out := itemView{Status: statusWords[i.Status], Weight: fmt.Sprintf("%.2f", i.Weight), ToldBy: v.chapters(i.ToldBy), Sources: v.sources(i.Passages)}
	out.Name, out.Lang = i.Name.In("en")
	switch {
	case !i.Dated:
		out.When = "in earlier years"
	case i.Year > 0:
		out.When = fmt.Sprint(i.Year)
	}
	if len(i.Groups) > 2 {
		for _, g := range i.Groups {
			if n, ok := v.snap.Lookup(g); ok {
				out.Others = append(out.Others, v.name(v.snap.Entity(n).Name))
			}
		}
	}
	return out
}

// chapters says which chapters tell of something.
func (v viewer) chapters(ids []string) string {
	var names []string
	for _, id := range ids {
		if n, ok := v.snap.Lookup(id); ok {
			e := v.snap.Entity(n)
			if e.Kind == graph.Partnership {
				names = append(names, "the partnership's own part")
			} else {
				names = append(names, "the chapter of "+v.name(e.Name))
			}
		}
	}
	return strings.Join(names, ", ")
}

func (v viewer) sources(ids []string) []sourceView {
	var ps []*graph.Passage
	for _, id := range ids {
		if p, ok := v.snap.Passage(id); ok {
			ps = append(ps, p)
		}
	}
	sort.SliceStable(ps, func(i, k int) bool {
		if ps[i].Report != ps[k].Report {
			return ps[i].Report < ps[k].Report
		}
		return ps[i].Start < ps[k].Start
	})
	out := []sourceView{}
	for _, p := range ps {
		gist, lang := p.Gist.In("en")
		out = append(out, sourceView{p.ID, fmt.Sprintf("%d report, %s, paragraph %d", v.year(p.Report), strings.Join(p.Section, " › "), p.Paragraph), gist, lang, p.Quote})
	}
	return out
}

func (v viewer) year(report string) int {
	for _, r := range v.snap.Reports() {
		if r.ID == report {
			return r.Year
		}
	}
	return 0
}

func (v viewer) reason(r crosswalk.Reason) reasonView {
	return reasonView{r.Text, v.sources(r.Passages)}
}

// opportunities gathers the three lists and the common ground.
func (v viewer) opportunities(p *homePage, s *graph.Snapshot, o crosswalk.Options) error {
	g, err := v.svc.GroupOpportunities(s, o)
	if err != nil {
		return err
	}
	for _, l := range []listView{
		{Kind: opportunity.New, Title: "Possible collaboration", Intro: "The report names no joint work of these groups and proposes none; it does name specific things that each of them takes up."},
		{Kind: opportunity.FollowUp, Title: "Proposed in the report", Intro: "The report itself agrees on or proposes these, and names none of it as done."},
		{Kind: opportunity.Deepen, Title: "Have worked together, and there is more", Intro: "The report tells of joint work, and of something that is still to come or that they have in common beside it."},
	} {
		all, err := g.List(opportunity.Query{Kind: l.Kind})
		if err != nil {
			return err
		}
		for i, x := range all {
			if i == topOpportunities {
				l.More = len(all) - i
				break
			}
			l.Items = append(l.Items, v.opportunity(x))
		}
		p.Lists = append(p.Lists, l)
	}
	for _, x := range g.CommonGround() {
		var names []string
		for _, m := range x.Groups {
			names = append(names, v.name(m.Name))
		}
		p.Ground = append(p.Ground, groundView{v.name(x.Theme.Name), len(x.Groups), x.Of, strings.Join(names, ", ")})
	}
	return nil
}

func (v viewer) opportunity(x opportunity.Opportunity) opportunityView {
	out := opportunityView{Opportunity: x, Title: v.title(x.Members), Level: levelWords[x.Level]}
	var chapters []string
	for _, r := range x.Reasons {
		out.Reasons = append(out.Reasons, v.reason(r))
		chapters = append(chapters, v.ranking.Model().ToldBy(r.Passages)...)
	}
	for _, r := range x.Against {
		out.Against = append(out.Against, v.reason(r))
	}
	for _, r := range x.Ready {
		out.Ready = append(out.Ready, v.reason(r))
	}
	for _, n := range x.NextSteps {
		st := stepView{v.name(n.Name), statusWords[n.Status], string(n.Due), v.sources(n.Passages)}
		chapters = append(chapters, v.ranking.Model().ToldBy(n.Passages)...)
		if n.Firm {
			out.Firm = append(out.Firm, st)
		} else {
			out.Mooted = append(out.Mooted, st)
		}
	}
	slices.Sort(chapters)
	out.Chapters = v.chapters(slices.Compact(chapters))
	return out
}

// mustKnow gathers what a reader must know: groups that are closing and notes, contradictions first.
func (v viewer) mustKnow(p *homePage) {
	for _, g := range v.ranking.Model().Groups() {
		e := v.snap.Entity(g)
		if e.Properties.Text("status") == "closing" {
			side := map[string]string{"CA": "the Canadian side", "MX": "the Mexican side", "both": "both sides"}[e.Properties.Text("closing_side")]
			p.Closing = append(p.Closing, fmt.Sprintf("%s: %s proposed that the group end; the report names no decision of the other.", v.name(e.Name), side))
		}
	}
	order := map[graph.NoteKind]int{"contradiction": 0, "condition": 1, "gap": 2, "ambiguous": 3, "misspelling": 4}
	notes := slices.Clone(v.snap.Notes(""))
	sort.SliceStable(notes, func(i, k int) bool { return order[notes[i].Kind] < order[notes[k].Kind] })
	for _, n := range notes {
		p.Notes = append(p.Notes, noteView{noteWords[n.Kind], v.name(n.Gist), v.sources(n.Evidence)})
	}
}

// anchor is an id as a fragment of the page.
func anchor(id string) string { return strings.NewReplacer(":", "-", "~", "--").Replace(id) }
