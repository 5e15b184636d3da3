package graph

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// editionsOfEnergy are two years and two languages of one report: they agree in part.
func editionsOfEnergy() []Bundle {
	make := func(name, work string, year int, e Entity, l Link) Bundle {
		b := edition(name, year)
		b.Report.Work = work
		passage := b.Passages[0].ID
		e.ID, e.Kind, e.Evidence = "group:p:energy", WorkingGroup, []string{passage}
		l.From, l.To, l.Basis, l.Evidence = "partnership:p", "group:p:energy", Stated, []string{passage}
		l.Type = RefersTo
		l.Properties["role"] = "all"
		part := Link{From: "group:p:energy", Type: PartOf, To: "partnership:p", Basis: Stated, Confidence: 0.5, Evidence: []string{passage}}
		b.Entities, b.Links = append(b.Entities, e), []Link{l, part}
		return b.Canonical()
	}
	return []Bundle{
		make("p-2019", "p-2019", 2019, Entity{Name: Names{"en": "Energy and Mines", "es": "Energía"}, Aliases: []string{"EWG", "Mines"},
			Properties: Properties{"status": "closing", "closing_side": "CA"}}, Link{Confidence: 0.5, Properties: Properties{"status": "done"}}),
		make("p-2018-en", "p-2018", 2018, Entity{Name: Names{"en": "Energy", "fr": "Énergie (ours)"}, NameSource: map[string]string{"fr": "ours"}, Aliases: []string{"EWG"},
			Properties: Properties{"status": "active", "acronym": "EWG"}}, Link{Confidence: 1, Properties: Properties{"status": "planned"}}),
		make("p-2018-fr", "p-2018", 2018, Entity{Name: Names{"fr": "Énergie"}, Properties: Properties{"acronym": "GTE"}}, Link{Confidence: 0.9, Properties: Properties{"kind": "session"}}),
	}
}

func TestMergedEntityTakesEachValueFromTheNewestEditionThatStatesIt(t *testing.T) {
	g := mustMerge(t, editionsOfEnergy(), nil)
	e := g.Entities[0]
	if d := cmp.Diff(Names{"en": "Energy and Mines", "es": "Energía", "fr": "Énergie"}, e.Name); d != "" {
		t.Error(d)
	}
	if e.NameSource != nil {
		t.Errorf("the French name is official now, not %v", e.NameSource)
	}
	if d := cmp.Diff(Properties{"status": "closing", "closing_side": "CA", "acronym": "GTE"}, e.Properties); d != "" {
		t.Error(d)
	}
	if !slices.Equal(e.Aliases, []string{"EWG", "Mines"}) || !slices.Equal(e.Reports(), []string{"report:p-2018-en", "report:p-2018-fr", "report:p-2019"}) {
		t.Errorf("aliases %v, reports %v", e.Aliases, e.Reports())
	}
	want := []OlderValue{{"report:p-2018-en", "acronym", "EWG"}, {"report:p-2018-en", "status", "active"}, {"report:p-2018-en", "name_en", "Energy"},
		{"report:p-2018-en", "name_fr", "Énergie (ours)"}}
	if d := cmp.Diff(want, e.Older()); d != "" {
		t.Error(d)
	}
	if !slices.Equal(e.Evidence, []string{"passage:p-2018-en:1", "passage:p-2018-fr:1", "passage:p-2019:1"}) {
		t.Errorf("evidence %v", e.Evidence)
	}
}

func TestMergedLinkCountsLanguageVersionsAsOneYear(t *testing.T) {
	g := mustMerge(t, editionsOfEnergy(), nil)
	var part MergedLink
	refers := 0
	for _, l := range g.Links {
		if l.Type == PartOf {
			part = l
		} else {
			refers++
		}
	}
	if !slices.Equal(part.Years, []int{2018, 2019}) || len(part.Statements) != 3 || !slices.Equal(part.Reports(), []string{"report:p-2018-en", "report:p-2018-fr", "report:p-2019"}) {
		t.Errorf("years %v, reports %v", part.Years, part.Reports())
	}
	if part.Statements[0].Work != "p-2018" || part.Statements[1].Work != "p-2018" {
		t.Error("the language versions do not share their work")
	}
	if refers != 2 {
		t.Errorf("REFERS_TO of two years is %d links, want 2", refers)
	}
}

func TestMergedLinkHasTheNewestBasisAndConfidence(t *testing.T) {
	b := editionsOfEnergy()
	b[1].Links[0].Basis, b[1].Links[0].Rule, b[1].Links[0].Confidence = Inferred, "old-rule", 1 // 2018, PART_OF
	g := mustMerge(t, b, nil)
	for _, l := range g.Links {
		if l.Type == PartOf && (l.Basis != Stated || l.Rule != "" || l.Confidence != 0.5) {
			t.Errorf("got %s %q %v", l.Basis, l.Rule, l.Confidence)
		}
		if l.Type == RefersTo && slices.Equal(l.Years, []int{2018}) && (l.Confidence != 0.9 || l.Properties.Text("status") != "planned" || l.Properties.Text("kind") != "session") {
			t.Errorf("got %v %v", l.Confidence, l.Properties)
		}
	}
}

func TestReportIsAnEntity(t *testing.T) {
	s := NewSnapshot(mustMerge(t, []Bundle{sample()}, nil), Release{})
	n, ok := s.Lookup("report:p-2018")
	if !ok || s.Kind(n) != ReportKind || len(s.Out(n, ReportsOn)) != 1 {
		t.Fatal("the report is no end of its links")
	}
	e := s.Entity(n)
	if e.Name["en"] != "Report" || e.Properties.Text("partnership") != "partnership:p" || e.Properties.Text("url") == "" {
		t.Errorf("got %+v", e)
	}
	for name := range e.Properties {
		if _, ok := EntityProperty(ReportKind, name); !ok {
			t.Errorf("property %s is not declared", name)
		}
	}
	if s.Newest("partnership:p") != 2018 || s.Newest("partnership:q") != 0 || s.Reports()[0].Short() != "p-2018" {
		t.Error("the edition is not found")
	}
}

func TestQuotesKeyTellsWhetherThereAreQuotes(t *testing.T) {
	quoted, err := Attach(sample(), []byte(sampleText))
	if err != nil {
		t.Fatal(err)
	}
	g := mustMerge(t, []Bundle{quoted, edition("a", 2017)}, nil)
	if key := NewSnapshot(g, Release{}).QuotesKey(); len(key) != 16 {
		t.Errorf("got %q", key)
	}
	if key := NewSnapshot(mustMerge(t, []Bundle{sample()}, nil), Release{}).QuotesKey(); key != "" {
		t.Errorf("got %q", key)
	}
}

func TestPassagesOfOneLineHaveOnePlace(t *testing.T) {
	a := Passage{Report: "report:p", Line: 3, Section: []string{"One"}, Paragraph: 1}
	b := Passage{Report: "report:p", Line: 3, Section: []string{"Two"}, Paragraph: 9}
	c := Passage{Report: "report:p", Section: []string{"One"}, Paragraph: 3}
	d := Passage{Report: "report:q", Line: 3}
	if a.Place() != b.Place() || a.Place() == c.Place() || a.Place() == d.Place() || c.Place() == d.Place() {
		t.Error("places do not tell paragraphs apart")
	}
	if a.Heading() != c.Heading() || a.Heading() == b.Heading() {
		t.Error("headings do not tell sections apart")
	}
}

func TestNotesAboutAThing(t *testing.T) {
	s := NewSnapshot(mustMerge(t, []Bundle{sample()}, nil), Release{})
	for about, want := range map[string]int{"": 1, "partnership:p": 1, "group:p:energy": 1, "group:p:mining": 0} {
		if got := s.Notes(about); len(got) != want || want > 0 && got[0].Report != "report:p-2018" {
			t.Errorf("%q has the notes %v", about, got)
		}
	}
}
