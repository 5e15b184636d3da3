package evaluate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBootstrapNeedsClusters(t *testing.T) {
	one := bootstrap([]measurement{{"a", 0.5}, {"a", 0.7}, {"b", math.NaN()}})
	if one.Value == nil || *one.Value != 0.6 || one.Low != nil || one.High != nil || one.beyond(0) != 0 || one.String() != "0.600" {
		t.Errorf("%v", one)
	}
	if none := bootstrap([]measurement{{"a", math.NaN()}}); none.Value != nil || none.String() != "-" {
		t.Errorf("%v", none)
	}
	var equal []measurement
	for c := range fewest {
		equal = append(equal, measurement{fmt.Sprint(c), 0.7})
	}
	if few := bootstrap(equal[1:]); *few.Value != 0.7 || few.Low != nil {
		t.Errorf("a range of %d clusters: %v", fewest-1, few)
	}
	same := bootstrap(equal)
	if *same.Low != 0.7 || *same.High != 0.7 || same.beyond(0.5) != 1 || same.beyond(0.9) != -1 || same.beyond(0.7) != 0 {
		t.Errorf("%v", same)
	}
}

// TestBootstrapCovers: the interval holds the true mean nearly as often as it says, when clusters and not cases are independent.
func TestBootstrapCovers(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	held, trials := 0, 100
	for n := range trials {
		var ms []measurement
		for c := range 40 {
			shift := random.NormFloat64()
			for range 5 {
				ms = append(ms, measurement{fmt.Sprint(c), shift + 0.1*random.NormFloat64()})
			}
		}
		i := bootstrap(ms)
		if *i.Low <= 0 && 0 <= *i.High {
			held++
		}
		if n > 0 {
			continue
		}
		if d := cmp.Diff(i, bootstrap(ms)); d != "" {
			t.Fatal(d)
		}
	}
	if share := float64(held) / float64(trials); share < 0.88 || share > 0.99 {
		t.Errorf("the 95 %% interval holds the mean in %.0f %% of trials", 100*share)
	}
}
