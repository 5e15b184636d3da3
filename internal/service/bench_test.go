package service_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
	"github.com/crosswalk-kg/crosswalk/internal/service"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// BenchmarkAnswers measures answers about one partnership of twenty years, warm; one op is one answer.
func BenchmarkAnswers(b *testing.B) {
	dir := openFolder(b)
	o := synth.Defaults()
	o.Years = 20
	load := func(x graph.Bundle) error { dir.load(b, x); return nil }
	if err := synth.Each(b.Context(), o, load, func(synth.Truth) error { return nil }); err != nil {
		b.Fatal(err)
	}
	snap := snapshot(b, dir.Service, "")
	r, err := dir.Ranking(snap, crosswalk.Options{})
	if err != nil {
		b.Fatal(err)
	}
	list, err := r.List(crosswalk.Filter{})
	if err != nil || len(list) == 0 {
		b.Fatal(len(list), err)
	}
	x, y := list[0].Members[0].ID, list[0].Members[1].ID
	for name, answer := range map[string]func(*service.Service) error{
		"model": func(*service.Service) error {
			m, err := crosswalk.NewModel(snap, crosswalk.Options{})
			if err == nil {
				m.Rank()
			}
			return err
		},
		"matrix": func(*service.Service) error { _, err := r.Matrix(""); return err },
		"list":   func(*service.Service) error { _, err := r.List(crosswalk.Filter{}); return err },
		"pair":   func(*service.Service) error { _, err := r.Pair(x, y); return err },
		"opportunities": func(s *service.Service) error {
			g, err := s.GroupOpportunities(snap, crosswalk.Options{})
			if err == nil {
				_, err = g.List(opportunity.Query{Size: 2})
			}
			return err
		},
		"institutions": func(*service.Service) error {
			opportunity.OfInstitutions(r, opportunity.Defaults(), nil)
			return nil
		},
		"overview": func(*service.Service) error { explore.Summarise(snap); return nil },
		"paths": func(*service.Service) error {
			_, err := explore.FindPaths(snap, explore.PathQuery{From: x, To: y})
			return err
		},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := answer(dir.Service); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
