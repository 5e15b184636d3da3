package main

// figure is one thing that was measured, at one scale.
type figure struct {
	Area    string   `json:"area"`
	Scale   int      `json:"scale"`
	Name    string   `json:"name"`
	Unit    string   `json:"unit"` // s, ms, requests/s, rows/s, bytes, times
	Ours    summary  `json:"ours"`
	Peers   []rival  `json:"peers,omitempty"`
	Targets []target `json:"targets,omitempty"`
	Limit   string   `json:"limit"` // what keeps it from being better
	Note    string   `json:"note,omitempty"`
}

// rival is what one would use instead, measured beside.
type rival struct {
	Name  string  `json:"name"`
	Value summary `json:"value"`
	Times float64 `json:"times"` // how many times better ours is, by the medians, or the median of the rounds' ratios; 0 where either is missing
	Note  string  `json:"note,omitempty"`
}

// more reports whether a larger number is the better one.
func (f *figure) more() bool { return f.Unit == "requests/s" || f.Unit == "rows/s" }

// beside adds a peer.
func (f *figure) beside(name string, value summary, note string) {
	p := rival{Name: name, Value: value, Note: note}
	switch a, b := f.Ours.Median, value.Median; {
	case a <= 0 || b <= 0:
	case f.more():
		p.Times = a / b
	default:
		p.Times = b / a
	}
	f.Peers = append(f.Peers, p)
}

// rival is the peer of that name; nil where there is none.
func (f *figure) rival(name string) *rival {
	for i := range f.Peers {
		if f.Peers[i].Name == name {
			return &f.Peers[i]
		}
	}
	return nil
}

// result is one run of the benchmark.
type result struct {
	Machine machine  `json:"machine"`
	Worlds  []world  `json:"worlds"`
	Figures []figure `json:"figures"`
	Skipped []string `json:"skipped,omitempty"` // what was not measured, and why
}
