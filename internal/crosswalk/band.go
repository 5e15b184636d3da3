package crosswalk

import "slices"

// Band says in one word what happened between two groups, by facts and not by thresholds.
type Band string

// The bands, strongest first.
const (
	Strong      Band = "strong"      // an event done in T or T-1, and a second one or an agreed next step
	Established Band = "established" // an event done, whenever
	Emerging    Band = "emerging"    // agreed or proposed, not yet done
	Mentioned   Band = "mentioned"   // named together only
	Latent      Band = "latent"      // something in common, no link named
	None        Band = "none"
)

// Bands lists the bands, strongest first.
var Bands = []Band{Strong, Established, Emerging, Mentioned, Latent, None}

// rank is the band's place in Bands.
func (b Band) rank() int { return slices.Index(Bands, b) }

// band follows the model: strong is a session held, or a project running or done, in T or T-1, and a second such event
// of any year, undated ones included, or an agreed or planned next step that ties the pair, alone or with others; a session
// marked recurring counts as two. Established is one such event, or a joint commitment done. Without one, never above emerging.
// c is the pair's C.
func (t *tally) band(asOf int, c float64) Band {
	done, recent := 0, false
	for _, k := range []Channel{SessionChannel, ProjectChannel} {
		for _, it := range t.items[k] {
			e := it.event
			if e.Class != Done {
				continue
			}
			done++
			if e.Recurring && k == SessionChannel {
				done++
			}
			recent = recent || e.Dated && e.Year >= asOf-1
		}
	}
	kept := false
	for _, it := range t.items[CommitmentChannel] {
		kept = kept || it.event.Class == Done
	}
	switch {
	case recent && (done >= 2 || t.agreedNext()):
		return Strong
	case done > 0 || kept:
		return Established
	case t.tellsOfWork():
		return Emerging
	case len(t.items[ReferenceChannel]) > 0:
		return Mentioned
	case c > 0:
		return Latent
	}
	return None
}

func (t *tally) agreedNext() bool {
	for _, e := range t.next {
		if e.Class == Agreed {
			return true
		}
	}
	return false
}

// tellsOfWork reports whether anything agreed, planned, proposed, possible or at a stage that no passage tells ties the
// pair, or a reference tells of some.
func (t *tally) tellsOfWork() bool {
	if len(t.next)+len(t.items[SessionChannel])+len(t.items[ProjectChannel])+len(t.items[CommitmentChannel]) > 0 {
		return true
	}
	for _, it := range t.items[ReferenceChannel] {
		if it.event.Tells {
			return true
		}
	}
	return false
}
