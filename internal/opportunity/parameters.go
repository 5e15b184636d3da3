package opportunity

import "github.com/crosswalk-kg/crosswalk/internal/crosswalk"

// Parameters weigh the three ways of having something in common.
type Parameters struct {
	Theme crosswalk.Weight `json:"theme"` // both touch it
	Need  crosswalk.Weight `json:"need"`  // one seeks it, the other offers it
	Body  crosswalk.Weight `json:"body"`  // an institution takes part in both; of institutions: a group
}

// Defaults are the parameters under which opportunities are published.
func Defaults() Parameters {
	return Parameters{Theme: crosswalk.Weight{R: 0.60, H: 3}, Need: crosswalk.Weight{R: 0.70, H: 1}, Body: crosswalk.Weight{R: 0.50, H: 3}}
}

// drawn multiplies each parameter by a factor of its own; r stays at most 0.99.
func (p Parameters) drawn(factor func() float64) Parameters {
	for _, w := range []*crosswalk.Weight{&p.Theme, &p.Need, &p.Body} {
		w.R = min(0.99, w.R*factor())
		w.H *= factor()
	}
	return p
}

// inCommon is A = 1 - (1 - r·v_theme)(1 - r·v_need)(1 - r·v_body), in [0,1), from the masses Σ 1/(d-1).
func (p Parameters) inCommon(theme, need, body float64) float64 {
	left := 1.0
	for _, f := range []struct {
		w    crosswalk.Weight
		mass float64
	}{{p.Theme, theme}, {p.Need, need}, {p.Body, body}} {
		left *= 1 - float64(f.w.R*crosswalk.Value(f.mass, f.w.H))
	}
	return 1 - left
}
