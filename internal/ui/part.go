package ui

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// tableView is the parts of a number, which sum to it.
type tableView struct {
	Name  string
	Rows  []partRow
	Total string
}

type partRow struct{ Channel, Items, Mass, R, H, Value, Points string }

// partTables lays out the parts of a pair's score and of what it has in common.
func partTables(x crosswalk.Explanation) (score, context tableView) {
	var direct, common []crosswalk.Part
	for _, p := range x.Parts {
		if p.Direct {
			direct = append(direct, p)
		} else {
			common = append(common, p)
		}
	}
	return partTable("Parts of the score", direct), partTable("Parts of what they have in common", common)
}

func partTable(name string, parts []crosswalk.Part) tableView {
	t := tableView{Name: name}
	sum := 0.0
	for _, p := range parts {
		sum += p.Points
		t.Rows = append(t.Rows, partRow{channelWords[p.Channel], fmt.Sprint(len(p.Items)), places(p.Mass), fmt.Sprint(p.R), fmt.Sprint(p.H), places(p.Value), fmt.Sprintf("%.4f", p.Points)})
	}
	t.Total = fmt.Sprintf("%.4f", sum)
	return t
}

// commonView is what both groups have in one channel.
type commonView struct {
	Title string
	Items []itemView
}

// common lists what a pair has in common beside what ties it.
func (v *viewer) common(x crosswalk.Explanation) []commonView {
	var out []commonView
	for _, p := range x.Parts {
		if p.Direct {
			continue
		}
		c := commonView{Title: channelWords[p.Channel]}
		for _, i := range p.Items {
			c.Items = append(c.Items, v.item(x, i))
		}
		out = append(out, c)
	}
	return out
}

// commonCount says how many things a pair has in common: 2 institutions and 3 themes.
func commonCount(x crosswalk.Explanation) string {
	var out []string
	for _, p := range x.Parts {
		if !p.Direct {
			out = append(out, plural(len(p.Items), channelNouns[p.Channel]))
		}
	}
	return sentence(out)
}

// lower is a text with a small first letter, as the middle of a sentence has it.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// upper is a text with a capital first letter.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return strings.ToUpper(string(r)) + s[n:]
}
