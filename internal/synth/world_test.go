package synth

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
)

func options(change func(*Options)) Options {
	o := Defaults()
	if change != nil {
		change(&o)
	}
	return o
}

// all makes every bundle and the truths.
func all(t testing.TB, o Options) (bundles []graph.Bundle, truths []Truth) {
	t.Helper()
	err := Each(t.Context(), o, func(b graph.Bundle) error { bundles = append(bundles, b); return nil },
		func(x Truth) error { truths = append(truths, x); return nil })
	if err != nil {
		t.Fatal(err)
	}
	return bundles, truths
}

func TestEditionsAreValid(t *testing.T) {
	o := options(func(o *Options) { o.Partnerships, o.Years = 2, 4 })
	bundles, truths := all(t, o)
	if len(bundles) != o.Bundles() || len(truths) != 2 {
		t.Fatalf("%d bundles, %d truths", len(bundles), len(truths))
	}
	for _, b := range bundles {
		if _, err := graph.ReadBundle(bytes.NewReader(b.Encode()), b.Report.ID); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := graph.Merge(bundles, nil); err != nil {
		t.Error(err)
	}
}

// TestSameSeedSameBytes holds the bytes to what they were when last reviewed, on whatever processor the test runs.
func TestSameSeedSameBytes(t *testing.T) {
	const want = "476b979bb7a57cb8c216537bb2cd46fd87785b44d507496435b1432d31279db4"
	sum := sha256.New()
	for range 2 {
		sum.Reset()
		bundles, _ := all(t, options(func(o *Options) { o.Partnerships, o.Years = 2, 3 }))
		for _, b := range bundles {
			sum.Write(b.Encode())
		}
		if got := hex.EncodeToString(sum.Sum(nil)); got != want {
			t.Errorf("the bundles' hash is %s, not %s", got, want)
		}
	}
}

func TestPartnershipsDoNotDependOnEachOther(t *testing.T) {
	o := options(func(o *Options) { o.Partnerships, o.Years = 3, 2 })
	bundles, _ := all(t, o)
	w, err := NewWorld(o, 2)
	if err != nil {
		t.Fatal(err)
	}
	if b, _ := w.Next(); !bytes.Equal(b.Encode(), bundles[4].Encode()) {
		t.Error("the third partnership alone is another")
	}
	other, _ := all(t, options(func(o *Options) { o.Seed = 2; o.Years = 1 }))
	if bytes.Equal(other[0].Encode(), bundles[0].Encode()) {
		t.Error("another seed gives the same bundle")
	}
}

// TestAnyOptions: whatever the options, they are refused with a reason or give valid bundles.
func TestAnyOptions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := rapid.Float64Range(0, 1)
		a := part.Draw(t, "affinity")
		s := part.Draw(t, "size") * (1 - a)
		o := Options{Partnerships: rapid.IntRange(1, 2).Draw(t, "partnerships"), Groups: rapid.IntRange(2, 12).Draw(t, "groups"),
			Institutions: rapid.IntRange(20, 200).Draw(t, "institutions"), Years: rapid.IntRange(1, 3).Draw(t, "years"),
			FirstYear: rapid.IntRange(1900, 2200).Draw(t, "first year"), Seed: rapid.Uint64().Draw(t, "seed"),
			Shares: Shares{a, s, 1 - a - s}, Memory: part.Draw(t, "memory"), Generic: part.Draw(t, "generic")}
		if err := o.Check(); err != nil {
			if !errors.Is(err, graph.ErrInvalid) {
				t.Fatal(err)
			}
			return
		}
		var bundles []graph.Bundle
		if err := Each(t.Context(), o, func(b graph.Bundle) error { bundles = append(bundles, b); return nil }, nil); err != nil {
			t.Fatal(err)
		}
		for _, b := range bundles {
			if ps := graph.Validate(b); len(ps) > 0 {
				t.Fatal(ps)
			}
		}
	})
}
