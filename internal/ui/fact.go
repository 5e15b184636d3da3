package ui

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// factView is one line of facts.
type factView struct {
	Label  string
	Values []valueView
}

// valueView is a text, or a thing that leads to its page.
type valueView struct {
	refView
	Text string
}

func textFact(label, text string) factView { return factView{label, []valueView{{Text: text}}} }

// webFact leads out of the pages, to an address that the vocabulary holds to http and https.
func webFact(label, url string) factView {
	return factView{label, []valueView{{refView: refView{Name: url, Lang: "en", Address: url}}}}
}

// facts are what is stated of an entity itself: its other names, then its properties in the order of the vocabulary, then what earlier
// editions said otherwise.
func (v *viewer) facts(n graph.Node) []factView {
	e := v.snap.Entity(n)
	var out []factView
	shown, _ := e.Name.In("en")
	for _, lang := range []string{"fr", "es"} {
		if name := e.Name[lang]; name != "" && name != shown {
			note := ""
			if e.NameSource[lang] == "ours" {
				note = "our translation"
			}
			out = append(out, factView{"In " + languageWords[lang], []valueView{{refView: refView{Name: name, Lang: lang, Note: note}}}})
		}
	}
	if len(e.Aliases) > 0 {
		out = append(out, textFact("Also printed as", strings.Join(e.Aliases, "; ")))
	}
	for _, p := range graph.EntityProperties[e.Kind] {
		if f, ok := v.fact(p, e.Properties); ok {
			out = append(out, f)
		}
	}
	if e.Kind == graph.Commitment {
		if due := dueWords[explore.DueState(v.snap, e, v.today)]; due != "" {
			out = append(out, textFact("As of today", due))
		}
	}
	for _, o := range e.Older() {
		if !strings.HasPrefix(o.Property, "name_") && propertyLabel(o.Property) == "" {
			continue
		}
		out = append(out, textFact(fmt.Sprintf("%s in the %d report", olderLabel(o.Property), v.edition(o.Report).Year), valueText(o.Property, o.Value)))
	}
	if e.Kind == graph.ReportKind {
		return out
	}
	return append(out, factView{"Stated in", v.reportValues(e.Reports())})
}

func (v *viewer) reportValues(ids []string) []valueView {
	var out []valueView
	for _, id := range ids {
		out = append(out, valueView{refView: v.ref(id)})
	}
	return out
}

// olderLabel names what an earlier edition said otherwise: a property, or the name in a language.
func olderLabel(property string) string {
	switch lang, isName := strings.CutPrefix(property, "name_"); {
	case isName && lang == "en":
		return "Name"
	case isName:
		return "Name in " + languageWords[lang]
	}
	return propertyLabel(property)
}

// fact is one property as a line; not ok where it is absent or only for programs.
func (v *viewer) fact(p graph.Property, ps graph.Properties) (f factView, ok bool) {
	value, stated := ps[p.Name]
	label := propertyLabel(p.Name)
	switch {
	case p.Name == "end" && ps["start"] == nil && stated:
		return textFact("Until", dateText(ps.Date("end"))), true
	case !stated || label == "":
		return f, false
	case p.Name == "start":
		return textFact(label, span(ps.Date("start"), ps.Date("end"))), true
	case p.Name == "value":
		return textFact(label, figureText(ps)), true
	case p.Name == "url":
		return webFact(label, ps.Text("url")), true
	case p.Type == graph.IDType:
		return factView{label, []valueView{{refView: v.ref(ps.Text(p.Name))}}}, true
	}
	return textFact(label, valueText(p.Name, value)), true
}

// propertyLabel names a property for people, empty where it is only for programs.
func propertyLabel(name string) string {
	if l, ok := propertyWords[name]; ok {
		return l
	}
	return upper(strings.ReplaceAll(name, "_", " "))
}

// valueText is a property's value as people read it.
func valueText(name string, value any) string {
	switch x := value.(type) {
	case bool:
		if x {
			return "yes"
		}
		return "no"
	case graph.Amount:
		return amountText(x)
	case []string:
		if name == "countries" {
			var out []string
			for _, c := range x {
				out = append(out, countryText(c))
			}
			return strings.Join(out, ", ")
		}
	case string:
		switch name {
		case "country", "side", "closing_side":
			return countryText(x)
		case "due", "start", "end", "founded", "valid_from", "valid_to":
			return dateText(graph.Date(x))
		case "type":
			if x == "mou" {
				return "memorandum of understanding"
			}
		case "language":
			return languageWords[x]
		}
	}
	return graph.FormatValue(value)
}
