package opportunity

// Decision is what people decided about an opportunity. The wiring brings decisions; this package never stores them.
type Decision struct {
	ID       string `json:"id"`      // of the opportunity
	Verdict  string `json:"verdict"` // accept, dismiss
	Reason   string `json:"reason"`
	Evidence string `json:"evidence"` // fingerprint of the supports when it was decided; see Explanation's Fingerprint
}

// Decisions are the standing decisions by opportunity id.
type Decisions map[string]Decision

// dismissed reports whether an opportunity was put aside and nothing new supports it since.
func (d Decisions) dismissed(id, fingerprint string) bool {
	x, ok := d[id]
	return ok && x.Verdict == "dismiss" && x.Evidence == fingerprint
}
