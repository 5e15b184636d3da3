package ui

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// TestWords: everything that the vocabulary declares has its words on pages.
func TestWords(t *testing.T) {
	for _, k := range graph.Kinds {
		if kindWords[k] == "" || kindPlurals[k] == "" {
			t.Errorf("the kind %s has no words", k)
		}
	}
	for _, l := range graph.LinkTypes {
		if w := neighbourWords[l]; linkVerbs[l] == "" || w[0] == "" || w[1] == "" {
			t.Errorf("the link type %s has no words", l)
		}
	}
	for _, k := range graph.NoteKinds {
		if noteWords[k] == "" || noteTitles[k] == "" {
			t.Errorf("the kind of note %s has no words", k)
		}
	}
	for _, b := range crosswalk.Bands {
		if bandWords[b] == "" {
			t.Errorf("the band %s has no words", b)
		}
	}
	for _, c := range crosswalk.Channels {
		if channelWords[c.String()] == "" || channelNouns[c.String()] == [2]string{} {
			t.Errorf("the channel %s has no words", c)
		}
	}
}

// TestNumberWords: amounts, figures and dates as people write them.
func TestNumberWords(t *testing.T) {
	for got, want := range map[string]string{
		grouped(1234567.5): "1,234,567.5", grouped(999): "999", grouped(-1000): "-1,000", amountText(graph.Amount{Value: 7e6, Currency: "CAD", Period: "2017-2021"}): "CAD 7,000,000 (2017-2021)",
		figureText(graph.Properties{"value": 3.0, "qualifier": "at least", "unit": "bootcamps"}): "at least 3 bootcamps", figureText(graph.Properties{"value": 10.0, "value_to": 12.0, "unit": "%"}): "10 to 12 %",
		dateText("2019"): "2019", dateText("2019-03"): "March 2019", dateText("2019-03-14"): "14 March 2019", span("2014-09-08", "2014-09-10"): "8 September 2014 to 10 September 2014",
		span("2018-10-11", "2018-10-11"): "11 October 2018", span("", "2019"): "until 2019", reportsHave([]int{2018}): "report of 2018 has", reportsHave([]int{2018, 2019}): "reports of 2018 and 2019 have", sentence([]string{"a", "b and c"}): "a; and b and c", sentence([]string{"a", "b", "c"}): "a, b and c",
	} {
		if got != want {
			t.Errorf("%q, expected %q", got, want)
		}
	}
}
