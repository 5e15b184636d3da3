package config

import (
	"fmt"
	"net"
	"net/url"
	"slices"
	"strings"
	"time"
)

// schemes are the URI schemes of Neo4j drivers.
var schemes = []string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}

// problems lists every rule that the configuration breaks, by key.
func (c Config) problems() []error {
	var errs []error
	bad := func(key, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s %s (flag --%s, variable %s)", key, fmt.Sprintf(format, args...), FlagName(key), EnvName(key)))
	}
	oneOf := func(key, value string, allowed ...string) {
		if !slices.Contains(allowed, value) {
			bad(key, "is %q; it must be one of %s", value, strings.Join(allowed, ", "))
		}
	}
	oneOf("store", c.Store, Embedded, Neo4jServer)
	oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	oneOf("log.format", c.Log.Format, "text", "json")
	if _, port, err := net.SplitHostPort(c.Address); err != nil || port == "" {
		bad("address", "is %q; it must be host:port, such as 127.0.0.1:8080", c.Address)
	}
	if c.Store == Neo4jServer {
		c.Neo4j.problems(bad)
	}
	if c.Releases.Keep < 1 {
		bad("releases.keep", "is %d; it must be at least 1", c.Releases.Keep)
	}
	if c.HTTP.CacheBytes < 0 {
		bad("http.cache_bytes", "is %d; it must not be negative", c.HTTP.CacheBytes)
	}
	for _, d := range []struct {
		key string
		v   time.Duration
		min time.Duration
	}{
		{"neo4j.load_timeout", c.Neo4j.LoadTimeout, time.Second}, {"releases.lock_wait", c.Releases.LockWait, 0}, {"releases.poll", c.Releases.Poll, 10 * time.Millisecond},
		{"http.request_timeout", c.HTTP.RequestTimeout, time.Millisecond}, {"http.shutdown_timeout", c.HTTP.ShutdownTimeout, 0},
	} {
		if d.v < d.min {
			bad(d.key, "is %v; it must be at least %v", d.v, d.min)
		}
	}
	return errs
}

func (n Neo4j) problems(bad func(key, format string, args ...any)) {
	u, err := url.Parse(n.URI)
	switch {
	case n.URI == "":
		bad("neo4j.uri", "is empty; the neo4j store needs it, such as bolt://127.0.0.1:7687 (a private server: crosswalk neo4j start)")
	case err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme):
		bad("neo4j.uri", "is not a URI of a Neo4j server; it must begin with one of %s", strings.Join(schemes, ", "))
	case u.User != nil:
		bad("neo4j.uri", "holds a user name or password; give them as neo4j.username and neo4j.password")
	}
	if n.Database == "" {
		bad("neo4j.database", "is empty; the usual name is neo4j")
	}
}
