package graph

import (
	"errors"
	"testing"
)

func TestChangeTellsTheProblemsOfAllThatItBrings(t *testing.T) {
	good, bad := sample(), sample()
	bad.Report.ID, bad.Report.Year = "report:other", -1
	unfounded := Judgement{A: "institution:a", B: "group:b:c", Verdict: "perhaps"}
	if err := (Change{Put: []Bundle{good}, Withdraw: []string{"report:never-loaded"}}).Validate(); err != nil {
		t.Errorf("a good change: %v", err)
	}
	err := Change{Put: []Bundle{good, bad}, Judge: []Judgement{unfounded}}.Validate()
	var ps Problems
	if !errors.As(err, &ps) || !errors.Is(err, ErrInvalid) {
		t.Fatalf("%v, want Problems", err)
	}
	from := map[string]int{}
	for _, p := range ps {
		from[p.Source]++
	}
	if from["report:other"] == 0 || from[good.Report.ID] != 0 || from["judgements"] == 0 {
		t.Errorf("problems by source %v: want those of the bad bundle and of the judgements\n%v", from, err)
	}
	if errors.As((Change{Put: []Bundle{bad}}).Validate(), &ps); ps[0].Source != "" {
		t.Errorf("a bundle alone is named: %v", ps[0])
	}
}
