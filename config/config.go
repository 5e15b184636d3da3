// Package config reads Crosswalk's configuration once, from defaults, a YAML file, the environment and flags, into one
// typed, validated Config. It is the only importer of viper.
package config

import (
	"fmt"
	"log/slog"
	"time"
)

// Config is the whole configuration.
type Config struct {
	Store    string   `mapstructure:"store"`
	DataDir  string   `mapstructure:"data_dir"`
	Address  string   `mapstructure:"address"`
	Editions []string `mapstructure:"editions"`
	Neo4j    Neo4j    `mapstructure:"neo4j"`
	Releases Releases `mapstructure:"releases"`
	HTTP     HTTP     `mapstructure:"http"`
	Log      Log      `mapstructure:"log"`
}

// Neo4j says where the database is and who we are to it.
type Neo4j struct {
	URI          string        `mapstructure:"uri"`
	Username     string        `mapstructure:"username"`
	Password     Secret        `mapstructure:"password"`
	PasswordFile string        `mapstructure:"password_file"`
	Database     string        `mapstructure:"database"`
	AllowForeign bool          `mapstructure:"allow_foreign"`
	LoadTimeout  time.Duration `mapstructure:"load_timeout"`
}

// Releases says how history is kept and watched.
type Releases struct {
	Keep     int           `mapstructure:"keep"`
	LockWait time.Duration `mapstructure:"lock_wait"`
	Poll     time.Duration `mapstructure:"poll"`
}

// HTTP bounds the service.
type HTTP struct {
	RequestTimeout  time.Duration `mapstructure:"request_timeout"`
	ShutdownTimeout time.Duration `mapstructure:"shutdown_timeout"`
	CacheBytes      int64         `mapstructure:"cache_bytes"`
}

// Log says what is logged and how.
type Log struct {
	Level  string `mapstructure:"level"`
	Format string `mapstructure:"format"`
}

// The stores.
const (
	Embedded    = "embedded"
	Neo4jServer = "neo4j"
)

// Secret is a text that is never printed, logged or marshalled.
type Secret string

const hidden = "(hidden)"

// String hides the secret.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return hidden
}

// GoString hides the secret from %#v.
func (s Secret) GoString() string { return fmt.Sprintf("%q", s.String()) }

// Format hides the secret from every verb.
func (s Secret) Format(f fmt.State, verb rune) { fmt.Fprintf(f, "%s", s.String()) }

// LogValue hides the secret from logs.
func (s Secret) LogValue() slog.Value { return slog.StringValue(s.String()) }

// MarshalText hides the secret from encoders.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Reveal is the secret itself.
func (s Secret) Reveal() string { return string(s) }
