package crosswalk_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// TestParseSettings: values in range are taken; what is not is refused, all of it at once, each with what would be right.
func TestParseSettings(t *testing.T) {
	p, err := crosswalk.ParseSettings([]string{"scoring.session.r=0.8", " scoring.half_life = 5 ", "scoring.theme.h=0.01", "scoring.project.r=0.99"})
	want := crosswalk.Defaults()
	want.Channel[crosswalk.SessionChannel].R, want.HalfLife, want.Channel[crosswalk.ThemeChannel].H, want.Channel[crosswalk.ProjectChannel].R = 0.8, 5, 0.01, 0.99
	if err != nil || *p != want || !p.Custom() {
		t.Errorf("%v, %+v", err, p)
	}
	if p, err := crosswalk.ParseSettings(nil); p != nil || err != nil {
		t.Errorf("no setting: %v, %v", p, err)
	}
	for setting, words := range map[string]string{
		"scoring.session.r=1":      "parameter scoring.session.r is 1; it must lie in 0.01 to 0.99",
		"scoring.session.r=0":      "must lie in 0.01 to 0.99",
		"scoring.session.h=-1":     "must lie in 0.01 to 1000",
		"scoring.session.h=1e-300": "must lie in 0.01 to 1000",
		"scoring.half_life=NaN":    "scoring.half_life is NaN",
		"scoring.half_life=inf":    "must lie in 0.01 to 1000",
		"scoring.sesion.h=1":       "did you mean scoring.session.h?",
		"scoring.session.h":        "is not name=number",
		"scoring.session.h=much":   `setting "scoring.session.h=much" is not name=number`,
	} {
		p, err := crosswalk.ParseSettings([]string{"scoring.theme.r=2", setting, "scoring.project.h=3", "scoring.project.h=4"})
		if p != nil || !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), words) || !strings.Contains(err.Error(), "scoring.theme.r is 2") ||
			!strings.Contains(err.Error(), "scoring.project.h is set twice") {
			t.Errorf("%s: %v; want all three problems, one saying %q", setting, err, words)
		}
	}
}

// TestParametersInJSON: in the order of channels, each number as it is.
func TestParametersInJSON(t *testing.T) {
	b, err := json.Marshal(crosswalk.Defaults())
	want := `{"half_life":3,"session":{"r":0.9,"h":1.5},"project":{"r":0.85,"h":1.5},"commitment":{"r":0.4,"h":1.5},"reference":{"r":0.3,"h":1.5},"institution":{"r":0.3,"h":3},"theme":{"r":0.2,"h":3}}`
	if err != nil || string(b) != want {
		t.Errorf("%v\n%s\n%s", err, b, want)
	}
}
