package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Scoring are the parameters of every answer that scores as of one year.
type Scoring struct {
	Weighing
	AsOf int `query:"as_of" minimum:"1900" maximum:"2200" doc:"Year that the answer is as of: what editions up to it say. Default: the newest edition's."`
}

// Weighing are the parameters of every answer that scores; those over several years have years of their own.
type Weighing struct {
	Partnership   string   `query:"partnership" maxLength:"200" doc:"Id of the partnership. Default: the only one."`
	Basis         []string `query:"basis" enum:"stated,inferred,reviewed" doc:"Count only links of these bases."`
	MinConfidence float64  `query:"min_confidence" minimum:"0" maximum:"1" doc:"Count only links of at least this confidence."`
	Set           []string `query:"set,explode" doc:"Another parameter of the method, such as scoring.session.r=0.8; may be repeated."`
}

// options reads the Scoring parameters.
func (s Scoring) options() (crosswalk.Options, error) {
	o := crosswalk.Options{Partnership: s.Partnership, AsOf: s.AsOf, MinConfidence: s.MinConfidence}
	for _, b := range s.Basis {
		o.Bases = append(o.Bases, graph.Basis(b))
	}
	p, err := crosswalk.ParseSettings(s.Set)
	o.Parameters = p
	return o, err
}

// ranking is the ranking that the parameters choose.
func (q *query) ranking(s Scoring) (*crosswalk.Ranking, crosswalk.Options, error) {
	o, err := s.options()
	if err != nil {
		return nil, o, err
	}
	r, err := q.svc.Ranking(q.snap, o)
	return r, o, err
}

// scored are the as-of year and method of a ranking, for a list's meta.
func scored(r *crosswalk.Ranking) (*int, *crosswalk.Method) {
	year, method := r.Model().AsOf, r.Model().Method()
	return &year, &method
}

// opportunityMethod is the method as opportunities name it.
func opportunityMethod(r *crosswalk.Ranking) (*int, *crosswalk.Method) {
	year, method := scored(r)
	method.Name = "opportunity"
	return year, method
}
