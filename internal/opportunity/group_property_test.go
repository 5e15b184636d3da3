package opportunity_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// TestNewIsNotProposed: nothing stands under new that the report proposes, agrees on or tells as done, of pairs and triples.
func TestNewIsNotProposed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawWorld(t)
		g := d.groups(t)
		for _, size := range []int{2, 3} {
			for _, o := range list(t, g, size) {
				if o.Kind == opportunity.FollowUp || o.Kind == opportunity.Deepen {
					continue
				}
				for _, e := range d.events {
					if holdsAll(e, names(o)) && e.Status != "dropped" && (e.Kind != "reference" || e.Tells != "none" || announced(d.events, names(o))) {
						t.Fatalf("%s is %s although a %s %s ties %v", o.ID, o.Kind, e.Status, e.Kind, e.Groups)
					}
				}
			}
		}
	})
}

// TestListsFollowBands: strong pairs are not listed, established ones stand under deepen, always where the report states a
// next step, emerging ones under follow-up, always, the rest under new.
func TestListsFollowBands(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawWorld(t)
		r := d.ranking(t)
		listed := map[string]opportunity.Opportunity{}
		for _, o := range list(t, opportunity.OfGroups(r, opportunity.Defaults(), nil), 2) {
			listed[o.ID] = o
		}
		for i, a := range graphtest.GroupNames {
			for _, b := range graphtest.GroupNames[i+1:] {
				x, err := r.Pair(graphtest.GroupID(a), graphtest.GroupID(b))
				if err != nil {
					t.Fatal(err)
				}
				o, ok := listed[opportunity.ID(x.Members[0].ID, x.Members[1].ID)]
				want := map[crosswalk.Band]string{crosswalk.Established: opportunity.Deepen, crosswalk.Emerging: opportunity.FollowUp}[x.Band]
				if want == "" {
					want = opportunity.New
					if announced(d.events, []string{a, b}) {
						want = opportunity.FollowUp
					}
				}
				next := slices.ContainsFunc(d.events, func(e graphtest.Event) bool {
					return holdsAll(e, []string{a, b}) && e.Kind != "reference" && slices.Contains([]string{"agreed", "planned", "proposed", "possible"}, e.Status)
				})
				closing := slices.Contains(d.common.Closing, a) || slices.Contains(d.common.Closing, b)
				switch {
				case ok && (x.Band == crosswalk.Strong || closing):
					t.Fatalf("%s is listed, its band is %s, one closing: %v", o.ID, x.Band, closing)
				case ok && o.Kind != want:
					t.Fatalf("%s is %s, its band %s", o.ID, o.Kind, x.Band)
				case !ok && !closing && (x.Band == crosswalk.Emerging || x.Band == crosswalk.Established && next):
					t.Fatalf("%s is %s, the report says more is to come (%v), and it is not listed", x.ID, x.Band, next)
				}
			}
		}
	})
}

// announced reports whether a reference says that something of all the groups is still to come; of several on one topic the firmest
// counts.
func announced(events []graphtest.Event, groups []string) bool {
	order := []string{"done", "agreed", "planned", "proposed", "possible", "none", ""}
	firmest := map[string]string{}
	for _, e := range events {
		if e.Kind != "reference" || e.Status == "dropped" || !holdsAll(e, groups) {
			continue
		}
		key := fmt.Sprint(slices.Sorted(slices.Values(e.Groups)), e.Topic)
		if s, ok := firmest[key]; !ok || slices.Index(order, e.Status) < slices.Index(order, s) {
			firmest[key] = e.Status
		}
	}
	for _, s := range firmest {
		if slices.Contains(order[1:5], s) {
			return true
		}
	}
	return false
}

// TestGate: nothing rests on fewer than two supports but a follow-up, or a deepen with a next step; the level follows from
// the supports; each theme and institution counts once.
func TestGate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawWorld(t).groups(t)
		for _, o := range slices.Concat(list(t, g, 2), list(t, g, 3)) {
			items := supports(o)
			seen, special := map[string]bool{}, false
			for _, i := range items {
				if seen[i.Entity] {
					t.Fatalf("%s counts %s twice", o.ID, i.Entity)
				}
				seen[i.Entity] = true
				special = special || len(i.Groups) == len(o.Members) || strings.Contains(i.Status, "seeks") && strings.Contains(i.Status, "offers")
			}
			want := ""
			switch {
			case len(items) >= 3 && special:
				want = opportunity.Clear
			case len(items) >= 2:
				want = opportunity.Possible
			}
			if o.Level != want || len(o.Reasons) != len(items) {
				t.Fatalf("%s has level %q, %d reasons and %d supports", o.ID, o.Level, len(o.Reasons), len(items))
			}
			if len(items) < 2 && o.Kind != opportunity.FollowUp && (o.Kind != opportunity.Deepen || len(o.NextSteps) == 0) {
				t.Fatalf("%s, %s, rests on %d supports and %d next steps", o.ID, o.Kind, len(items), len(o.NextSteps))
			}
			if o.Kind == opportunity.FollowUp && len(o.NextSteps) == 0 && !saysSo(o) {
				t.Fatalf("%s is a follow-up and shows no proposal", o.ID)
			}
		}
	})
}

// saysSo reports whether nothing still to come can be shown: the report only refers to something done.
func saysSo(o opportunity.Opportunity) bool {
	return slices.ContainsFunc(o.Against, func(r crosswalk.Reason) bool { return r.Code == "no-step-stated" })
}

// TestNumbersFollowFromItems: Ω = A·G, A follows from the masses, the masses from the items, points sum to A.
func TestNumbersFollowFromItems(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawWorld(t)
		r := d.ranking(t)
		for _, o := range list(t, opportunity.OfGroups(r, opportunity.Defaults(), nil), 2) {
			left, points := 1.0, 0.0
			for _, p := range o.Parts {
				mass := 0.0
				for _, i := range p.Items {
					if w := 1 / float64(len(i.Groups)-1); math.Abs(w-i.Weight) > 1e-9 {
						t.Fatalf("%s %s: weight %v, %v by its groups", o.ID, i.Entity, i.Weight, w)
					}
					mass += i.Weight
				}
				if v := 1 - math.Exp2(-p.Mass/p.H); math.Abs(mass-p.Mass) > 1e-9 || math.Abs(v-p.Value) > 1e-9 {
					t.Fatalf("%s %s: mass %v, value %v do not follow from the items: %v, %v", o.ID, p.Channel, p.Mass, p.Value, mass, v)
				}
				left *= 1 - p.R*p.Value
				points += p.Points
			}
			x, _ := r.Pair(o.Members[0].ID, o.Members[1].ID)
			f := o.Factors
			if math.Abs(1-left-f.InCommon) > 1e-9 || math.Abs(points-f.InCommon) > 1e-9 || math.Abs(1-*x.Score-f.NotYet) > 1e-9 || math.Abs(f.InCommon*f.NotYet-*o.Score) > 1e-9 {
				t.Fatalf("%s: A %v, G %v, Ω %v do not follow from %v, %v, S %v", o.ID, f.InCommon, f.NotYet, *o.Score, 1-left, points, *x.Score)
			}
		}
	})
}

// TestOrderIsTotal: lists stand one after the other, ranks restart in each, new and deepen fall by level, then Ω, follow-up
// by S, then A, and ids decide the rest.
func TestOrderIsTotal(t *testing.T) {
	place := map[string]int{opportunity.FollowUp: 1, opportunity.Deepen: 2}
	level := map[string]int{opportunity.Clear: 0, opportunity.Possible: 1, "": 2}
	key := func(o opportunity.Opportunity) []float64 {
		if o.Kind == opportunity.FollowUp {
			return []float64{1, o.Factors.NotYet, -o.Factors.InCommon}
		}
		return []float64{float64(place[o.Kind]), float64(level[o.Level]), -*o.Score}
	}
	rapid.Check(t, func(t *rapid.T) {
		g := drawWorld(t).groups(t)
		for _, size := range []int{2, 3} {
			all, rank := list(t, g, size), 0
			for i, o := range all {
				if rank++; i > 0 && place[all[i-1].Kind] != place[o.Kind] {
					rank = 1
				}
				if *o.Rank != rank {
					t.Fatalf("%s has rank %d, its place is %d", o.ID, *o.Rank, rank)
				}
				if i == 0 {
					continue
				}
				if c := slices.Compare(key(all[i-1]), key(o)); c > 0 || c == 0 && all[i-1].ID >= o.ID {
					t.Fatalf("%s %v stands before %s %v", all[i-1].ID, key(all[i-1]), o.ID, key(o))
				}
			}
		}
	})
}

// TestNewEventLowersG: a new direct event of a pair lowers what is not yet there, strictly unless an undated telling stood
// for it already, and leaves that of other pairs.
func TestNewEventLowersG(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawWorld(t)
		fresh := graphtest.DrawEvent(t, 50)
		if fresh.Status == "dropped" || !fresh.Dated || fresh.Kind == "reference" && fresh.Status == "none" {
			t.Skip()
		}
		before := map[string]opportunity.Opportunity{}
		for _, o := range list(t, d.groups(t), 2) {
			before[o.ID] = o
		}
		for _, o := range list(t, d.with(fresh).groups(t), 2) {
			was, ok := before[o.ID]
			if !ok {
				continue
			}
			in := holdsAll(fresh, names(o))
			undated := slices.ContainsFunc(d.events, func(e graphtest.Event) bool { return !e.Dated && holdsAll(e, names(o)) })
			switch now := o.Factors.NotYet; {
			case in && (now > was.Factors.NotYet || now == was.Factors.NotYet && !undated):
				t.Fatalf("%s: a new %s %s left G at %v, from %v", o.ID, fresh.Status, fresh.Kind, now, was.Factors.NotYet)
			case !in && now != was.Factors.NotYet:
				t.Fatalf("%s: an event of others moved G from %v to %v", o.ID, was.Factors.NotYet, now)
			}
		}
	})
}

// TestSameBytes: the order in which a bundle tells things does not matter.
func TestSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawWorld(t)
		b := d.bundle
		b.Passages, b.Entities, b.Links = rapid.Permutation(b.Passages).Draw(t, "passages"), rapid.Permutation(b.Entities).Draw(t, "entities"), rapid.Permutation(b.Links).Draw(t, "links")
		encode := func(r *crosswalk.Ranking) string {
			g := opportunity.OfGroups(r, opportunity.Defaults(), nil)
			bodies, err := opportunity.OfInstitutions(r, opportunity.Defaults(), nil).List("", "")
			if err != nil {
				t.Fatal(err)
			}
			iv, err := g.Intervals(2)
			if err != nil {
				t.Fatal(err)
			}
			out, err := json.Marshal([]any{list(t, g, 2), list(t, g, 3), bodies, g.CommonGround(), iv})
			if err != nil {
				t.Fatal(err)
			}
			return string(out)
		}
		if x, y := encode(ranked(t, d.bundle.Canonical())), encode(ranked(t, b.Canonical())); x != y {
			t.Fatalf("the order of telling changed the answer:\n%s\n%s", x, y)
		}
	})
}
