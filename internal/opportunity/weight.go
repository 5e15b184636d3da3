package opportunity

import (
	"math"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// logs are log1p(-r·v) of the channels need, theme, institution: their shares of A's points.
func (f *finder) logs(theme, need, body float64) [3]float64 {
	log := func(w crosswalk.Weight, mass float64) float64 {
		return math.Log1p(-float64(w.R * crosswalk.Value(mass, w.H)))
	}
	return [3]float64{log(f.params.Need, need), log(f.params.Theme, theme), log(f.params.Body, body)}
}
