package ui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// linkView is one pair with its items, firm ones apart from what is only mooted.
type linkView struct {
	crosswalk.Explanation
	Anchor  string
	Title   string
	Words   string
	Tone    int
	Number  string
	Shared  string     // C, what they have in common
	Range   string     // of the rank under other parameters; empty where it never moves
	Done    []itemView // held, running, done
	Firm    []itemView // agreed, planned
	Mooted  []itemView // proposed, possible, or only named
	Common  []itemView
	More    int // in common beside Common
	Caution []string
	Left    []leftOutView
	All     string // address of the whole explanation
}

type itemView struct {
	Name    string
	Lang    string
	Status  string
	When    string
	Weight  string
	ToldBy  string
	With    string // groups that it ties beside the two
	Sources sourcesView
}

type leftOutView struct{ Name, Why string }

// topCommon is how many things in common of each channel a pair shows; the address of the whole explanation leads to the rest.
const topCommon = 3

// links gathers the pairs with any link.
func (v viewer) links(p *homePage, s *graph.Snapshot, o crosswalk.Options) error {
	xs, err := v.ranking.List(crosswalk.Filter{})
	if err != nil {
		return err
	}
	ranges, err := v.svc.Intervals(s, o)
	if err != nil {
		return err
	}
	for _, x := range xs {
		x.RankInterval = v.ranking.Interval(ranges, x.Members[0].ID, x.Members[1].ID)
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
	l := linkView{Explanation: x, Anchor: anchor(x.ID), Title: v.title(x.Members), Words: bandWords[x.Band], Tone: tone(x.Band), Number: number(x.Score),
		Shared: fmt.Sprintf("%.2f", *x.Context), All: v.pairAddress(x)}
	if r := x.RankInterval; r != nil && r[0] != r[1] {
		l.Range = fmt.Sprintf("%d to %d", r[0], r[1])
	}
	for _, part := range x.Parts {
		for n, i := range part.Items {
			switch {
			case !part.Direct && n >= topCommon:
				l.More++
			case !part.Direct:
				l.Common = append(l.Common, v.item(x, i, 1))
			case crosswalk.ClassOf(i.Status) == crosswalk.Done:
				l.Done = append(l.Done, v.item(x, i, 0))
			case crosswalk.ClassOf(i.Status) == crosswalk.Agreed:
				l.Firm = append(l.Firm, v.item(x, i, 0))
			default:
				l.Mooted = append(l.Mooted, v.item(x, i, 0))
			}
		}
	}
	for _, a := range x.Against {
		l.Caution = append(l.Caution, v.caution(a))
	}
	for _, o := range x.LeftOut {
		name, _ := v.told(o.ID, o.Name)
		l.Left = append(l.Left, leftOutView{name, v.withNames(o.Why)})
	}
	return l
}

// number is a score in two places, a dash where nothing can be said.
func number(score *float64) string {
	if score == nil {
		return "–"
	}
	return fmt.Sprintf("%.2f", *score)
}

func (v viewer) pairAddress(x crosswalk.Explanation) string {
	return v.asked.scored("/api/v1/crosswalks/" + x.Members[0].ID + "/" + x.Members[1].ID)
}

// item shows one item of a pair with its passages, perChapter of each chapter (0: all).
func (v viewer) item(x crosswalk.Explanation, i crosswalk.Item, perChapter int) itemView {
	out := itemView{Status: statusWords[i.Status], Weight: fmt.Sprintf("%.2f", i.Weight), ToldBy: v.chapters(i.ToldBy),
		Sources: v.sources(i.Passages, perChapter, v.pairAddress(x))}
	out.Name, out.Lang = v.told(i.Entity+i.Link, i.Name)
	switch {
	case !i.Dated:
		out.When = "in earlier years"
	case i.Year > 0:
		out.When = fmt.Sprint(i.Year)
	}
	var with []string
	for _, g := range i.Groups {
		if !slices.ContainsFunc(x.Members, func(m crosswalk.Member) bool { return m.ID == g }) {
			with = append(with, v.named(g))
		}
	}
	out.With = sentence(with)
	return out
}

// told is the name of what an item or an omission is; a cross-reference is named by its topic, which may be a slug.
func (v viewer) told(id string, n graph.Names) (name, lang string) {
	name, lang = n.In("en")
	if strings.HasPrefix(id, "link:") {
		name = "Named in the text: " + strings.ReplaceAll(name, "-", " ")
	}
	if name == "" {
		name = id
	}
	return name, lang
}

var idInText = regexp.MustCompile(`\b(session|project|commitment|theme|institution|group):[a-z0-9-]+(:[a-z0-9-]+)*`)

// withNames puts names where a sentence holds ids.
func (v viewer) withNames(text string) string {
	return idInText.ReplaceAllStringFunc(text, func(id string) string {
		if n := v.named(id); n != "" {
			return "“" + n + "”"
		}
		return id
	})
}

// chapters says which chapters tell of something.
func (v viewer) chapters(ids []string) string {
	var names []string
	own := false
	for _, id := range ids {
		if graph.KindOf(id) == graph.Partnership {
			own = true
		} else if n := v.named(id); n != "" {
			names = append(names, n)
		}
	}
	out := sentence(names)
	switch len(names) {
	case 0:
	case 1:
		out = "the chapter of " + out
	default:
		out = "the chapters of " + out
	}
	switch {
	case own && out == "":
		return "the partnership's own part"
	case own:
		return out + ", and the partnership's own part"
	}
	return out
}
