// Package config reads Crosswalk's configuration once, from defaults, a YAML file, the environment and flags, into one
// typed, validated Config. It is the only importer of viper.
package config

import "time"

// Config is the whole configuration; tags are keys, as default.yaml has and explains them.
type Config struct {
	Store    string   `key:"store"`
	DataDir  string   `key:"data_dir"`
	Address  string   `key:"address"`
	Editions []string `key:"editions"`
	Neo4j    Neo4j    `key:"neo4j"`
	Releases Releases `key:"releases"`
	HTTP     HTTP     `key:"http"`
	Auth     Auth     `key:"auth"`
	Cypher   Cypher   `key:"cypher"`
	Log      Log      `key:"log"`
}

// Neo4j says where the database is and who we are to it.
type Neo4j struct {
	URI          string        `key:"uri"`
	Username     string        `key:"username"`
	Password     Secret        `key:"password"`
	PasswordFile string        `key:"password_file"`
	Database     string        `key:"database"`
	AllowForeign bool          `key:"allow_foreign"`
	LoadTimeout  time.Duration `key:"load_timeout"`
}

// Releases says how history is kept and watched.
type Releases struct {
	Keep     int           `key:"keep"`
	LockWait time.Duration `key:"lock_wait"`
	Poll     time.Duration `key:"poll"`
}

// HTTP bounds the service.
type HTTP struct {
	RequestTimeout  time.Duration `key:"request_timeout"`
	ShutdownTimeout time.Duration `key:"shutdown_timeout"`
	CacheBytes      int64         `key:"cache_bytes"`
	Rate            int           `key:"rate"`
}

// Auth says what those may who show no token.
type Auth struct {
	Anonymous string `key:"anonymous"`
}

// Cypher bounds what people run, and widens what they may.
type Cypher struct {
	Rows       int           `key:"rows"`
	Bytes      int64         `key:"bytes"`
	Timeout    time.Duration `key:"timeout"`
	AtOnce     int           `key:"at_once"`
	Operators  []string      `key:"operators"`
	Procedures []string      `key:"procedures"`
	Functions  []string      `key:"functions"`
}

// Log says what is logged and how.
type Log struct {
	Level  string `key:"level"`
	Format string `key:"format"`
}

// The stores.
const (
	Embedded    = "embedded"
	Neo4jServer = "neo4j"
)
