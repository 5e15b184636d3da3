package filestore

import "time"

// Options are for Open; the zero value of each means the default named beside it.
type Options struct {
	// Keep is how many past releases can be answered again, beside the current one: 20; negative: none.
	Keep int
	// LockWait is how long a load waits for another loader: 30 s; negative: not at all.
	LockWait time.Duration
	// Clock gives the time of releases: time.Now.
	Clock func() time.Time
}

func (o Options) withDefaults() Options {
	if o.Keep == 0 {
		o.Keep = 20
	}
	if o.LockWait == 0 {
		o.LockWait = 30 * time.Second
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	return o
}
