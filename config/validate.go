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

// problems tells bad every rule that the configuration breaks.
func (c Config) problems(bad func(key, format string, args ...any)) {
	oneOf := func(key, value string, allowed ...string) {
		if !slices.Contains(allowed, value) {
			bad(key, "is %q; it must be %s", value, forms[key])
		}
	}
	oneOf("store", c.Store, Embedded, Neo4jServer)
	oneOf("auth.anonymous", c.Auth.Anonymous, "", "none", "reader", "analyst", "editor", "admin")
	oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error")
	oneOf("log.format", c.Log.Format, "text", "json")
	if _, port, err := net.SplitHostPort(c.Address); err != nil || port == "" {
		bad("address", "is %q; it must be %s", c.Address, forms["address"])
	} else if _, err := net.LookupPort("tcp", port); err != nil {
		bad("address", "is %q; its port must lie in 0 to 65535", c.Address)
	}
	if strings.HasPrefix(c.DataDir, "~") {
		bad("data_dir", "is %q; only a shell reads ~, write the folder out", c.DataDir)
	}
	if c.Store != Embedded { // also where the store is misspelt: what is wrong is told at once
		c.Neo4j.problems(bad, c.Store == Neo4jServer)
	}
	if c.Releases.Keep < 1 {
		bad("releases.keep", "is %d; it must be at least 1", c.Releases.Keep)
	}
	if c.HTTP.CacheBytes < 0 {
		bad("http.cache_bytes", "is %d; it must not be negative", c.HTTP.CacheBytes)
	}
	if c.HTTP.Rate < 0 {
		bad("http.rate", "is %d; it must not be negative", c.HTTP.Rate)
	}
	if c.Cypher.Rows < 1 {
		bad("cypher.rows", "is %d; it must be at least 1", c.Cypher.Rows)
	}
	if c.Cypher.Bytes < 1<<10 {
		bad("cypher.bytes", "is %d; it must be at least 1024", c.Cypher.Bytes)
	}
	if c.Cypher.AtOnce < 1 {
		bad("cypher.at_once", "is %d; it must be at least 1", c.Cypher.AtOnce)
	}
	for _, d := range []struct {
		key string
		v   time.Duration
		min time.Duration
	}{
		{"neo4j.load_timeout", c.Neo4j.LoadTimeout, time.Second}, {"releases.lock_wait", c.Releases.LockWait, 0}, {"releases.poll", c.Releases.Poll, 10 * time.Millisecond},
		{"http.request_timeout", c.HTTP.RequestTimeout, time.Millisecond}, {"http.shutdown_timeout", c.HTTP.ShutdownTimeout, 0}, {"cypher.timeout", c.Cypher.Timeout, 100 * time.Millisecond},
	} {
		if d.v < d.min {
			bad(d.key, "is %v; it must be at least %v", d.v, d.min)
		}
	}
}

// problems tells bad what is wrong with what was said of the server; needed, also what was left out.
func (n Neo4j) problems(bad func(key, format string, args ...any), needed bool) {
	u, err := url.Parse(n.URI)
	switch {
	case n.URI == "" && !needed:
	case n.URI == "":
		bad("neo4j.uri", "is empty; the neo4j store needs it, such as bolt://127.0.0.1:7687 (a private server: crosswalk neo4j start)")
	case err != nil || u.Host == "" || !slices.Contains(schemes, u.Scheme):
		bad("neo4j.uri", "is %s; it must be %s", shownURI(n.URI), forms["neo4j.uri"])
	case u.User != nil:
		bad("neo4j.uri", "holds a user name or password; give them as neo4j.username and neo4j.password")
	}
	if n.Username == "" && n.Password.Reveal() != "" {
		bad("neo4j.username", "is empty beside a password; the usual name is neo4j")
	}
	if n.Database == "" {
		bad("neo4j.database", "is empty; the usual name is neo4j")
	}
}

// shownURI quotes a URI for a message, unless a password may be in it.
func shownURI(uri string) string {
	if strings.ContainsAny(uri, "@?") {
		return "no address of a Neo4j server"
	}
	return fmt.Sprintf("%q", uri)
}
