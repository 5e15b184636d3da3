package synth

import (
	"errors"
	"fmt"
	"math"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Shares say how much of what makes two groups work together is what: shares of the variance of the logarithm of the rate
// of joint events (and of the weight by which themes and institutions are shared). They sum to 1.
type Shares struct {
	Affinity float64 `json:"affinity"` // what the two groups have to do with each other; lasts, and drifts
	Size     float64 `json:"size"`     // how large both are
	Chance   float64 `json:"chance"`   // drawn anew each year
}

// Options say what is made. Every number is that of one partnership or one edition.
type Options struct {
	Partnerships int     `json:"partnerships"`
	Groups       int     `json:"groups"`       // working groups of a partnership
	Institutions int     `json:"institutions"` // that an edition names; bodies come and go from year to year
	Years        int     `json:"years"`        // editions of a partnership, one a year
	FirstYear    int     `json:"first_year"`
	Seed         uint64  `json:"seed"`
	Shares       Shares  `json:"shares"`
	Memory       float64 `json:"memory"`  // correlation of a pair's affinity with that of the year before, in [0, 1]
	Generic      float64 `json:"generic"` // share of what four groups or more have in common that says nothing of affinity, in [0, 1]
}

// Defaults is one partnership of the size of the edition of 2018, for five years.
func Defaults() Options {
	return Options{Partnerships: 1, Groups: 9, Institutions: 187, Years: 5, FirstYear: 2018, Seed: 1,
		Shares: Shares{Affinity: 0.5, Size: 0.3, Chance: 0.2}, Memory: 0.9, Generic: 0.5}
}

// Limits of Options: above them the pairs of groups would not fit memory, or a bundle would no longer fit what is read.
const (
	maxPartnerships = 100_000
	maxGroups       = 300
	maxInstitutions = 30_000
	maxYears        = 200
	maxBytes        = graph.DefaultMaxBytes * 9 / 10
)

// bytes is about how large a bundle is.
func (o Options) bytes() int { return 95_000*o.Groups + 1_200*o.Institutions }

// Check names everything that is wrong with the options at once; errors wrap graph.ErrInvalid.
func (o Options) Check() error {
	var errs []error
	within := func(name string, value, low, high int) {
		if value < low || value > high {
			errs = append(errs, fmt.Errorf("%s is %d; it must lie in %d to %d: %w", name, value, low, high, graph.ErrInvalid))
		}
	}
	within("partnerships", o.Partnerships, 1, maxPartnerships)
	within("groups", o.Groups, 2, maxGroups)
	within("institutions", o.Institutions, 20, maxInstitutions)
	within("years", o.Years, 1, maxYears)
	within("first year", o.FirstYear, 1900, 2200)
	if size := o.bytes(); len(errs) == 0 && size > maxBytes {
		errs = append(errs, fmt.Errorf("an edition of %d groups and %d institutions would have some %d MB, and a bundle may have %d; choose fewer of either: %w",
			o.Groups, o.Institutions, size>>20, graph.DefaultMaxBytes>>20, graph.ErrInvalid))
	}
	errs = append(errs, part("memory", o.Memory), part("generic", o.Generic))
	return errors.Join(append(errs, o.Shares.check()...)...)
}

// part checks a share.
func part(name string, x float64) error {
	if !(x >= 0 && x <= 1) { // NaN too
		return fmt.Errorf("%s is %v; it must lie in 0 to 1: %w", name, x, graph.ErrInvalid)
	}
	return nil
}

func (s Shares) check() []error {
	var errs []error
	for _, x := range []struct {
		name  string
		value float64
	}{{"affinity", s.Affinity}, {"size", s.Size}, {"chance", s.Chance}} {
		if err := part("the share of "+x.name, x.value); err != nil {
			errs = append(errs, err)
		}
	}
	if sum := s.Affinity + s.Size + s.Chance; len(errs) == 0 && math.Abs(sum-1) > 1e-9 {
		errs = append(errs, fmt.Errorf("the shares of affinity, size and chance sum to %.4g; they must sum to 1: %w", sum, graph.ErrInvalid))
	}
	return errs
}

// Bundles is the number of bundles that the options give.
func (o Options) Bundles() int { return o.Partnerships * o.Years }
