package neo4jstore

import "time"

// Config says which database to open and how. URI is required; the zero value of the rest means the default named beside it.
type Config struct {
	URI      string // bolt://, neo4j://, and both with +s or +ssc
	Username string // empty: no authentication
	Password string
	Database string // neo4j

	// AllowForeign opens a database that holds nodes which are not Crosswalk's; they are left alone.
	AllowForeign bool
	// Keep is how many past releases can be answered again: 20; negative: none.
	Keep int
	// LockWait is how long a load waits for another loader: 30 s.
	LockWait time.Duration
	// LoadTimeout bounds the transaction of a load on the server: 10 min.
	LoadTimeout time.Duration
	// ReadTimeout bounds each transaction that reads, one page of a snapshot for instance: 1 min.
	ReadTimeout time.Duration
	// RetryTime bounds how long what the server calls passing is tried again: 30 s.
	RetryTime time.Duration
	// TransactionMemory is how much memory, in bytes, the server gives a transaction: 0 asks the server (which may not tell
	// every user); negative: loads are not checked against it.
	TransactionMemory int
	// Clock gives the time of releases: time.Now.
	Clock func() time.Time
}

func (c Config) withDefaults() Config {
	def := func(d *time.Duration, v time.Duration) {
		if *d == 0 {
			*d = v
		}
	}
	def(&c.LockWait, 30*time.Second)
	def(&c.LoadTimeout, 10*time.Minute)
	def(&c.ReadTimeout, time.Minute)
	def(&c.RetryTime, 30*time.Second)
	if c.Database == "" {
		c.Database = "neo4j"
	}
	if c.Keep == 0 {
		c.Keep = 20
	}
	if c.Clock == nil {
		c.Clock = time.Now
	}
	return c
}
