package config

import (
	"bytes"
	_ "embed" // default.yaml
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/crosswalk-kg/crosswalk/graph"
)

//go:embed default.yaml
var defaults []byte

// Default is the commented default configuration, every key.
func Default() []byte { return bytes.Clone(defaults) }

// envPrefix begins every variable of ours in the environment.
const envPrefix = "CROSSWALK_"

// otherEnv are variables with our prefix that are no configuration keys.
var otherEnv = []string{"CROSSWALK_CONFIG", "CROSSWALK_REPORTS"}

// aura are the variables that Neo4j's own tools use, understood beside ours.
var aura = map[string]string{"neo4j.uri": "NEO4J_URI", "neo4j.username": "NEO4J_USERNAME", "neo4j.password": "NEO4J_PASSWORD", "neo4j.database": "NEO4J_DATABASE"}

// Keys lists every key, sorted.
func Keys() []string {
	keys := base().AllKeys()
	slices.Sort(keys)
	return keys
}

// base holds the defaults.
func base() *viper.Viper {
	v := viper.New()
	v.SetConfigType("yaml")
	if err := v.ReadConfig(bytes.NewReader(defaults)); err != nil {
		panic(fmt.Sprintf("config: the embedded defaults do not parse: %v", err))
	}
	out := viper.New()
	for _, k := range v.AllKeys() {
		out.SetDefault(k, v.Get(k))
	}
	return out
}

// FlagName is the flag that sets a key: neo4j.uri is neo4j-uri.
func FlagName(key string) string { return strings.NewReplacer(".", "-", "_", "-").Replace(key) }

// EnvName is the variable that sets a key: neo4j.uri is CROSSWALK_NEO4J_URI.
func EnvName(key string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(key, ".", "_"))
}

// AddFlags defines --config and one flag a key.
func AddFlags(flags *pflag.FlagSet) {
	flags.String("config", "", "configuration file (YAML); also "+envPrefix+"CONFIG")
	v, meaning := base(), meanings()
	for _, k := range Keys() {
		usage := meaning[k] + " (" + EnvName(k) + ")"
		switch def := v.Get(k).(type) {
		case bool:
			flags.Bool(FlagName(k), def, usage)
		case []any:
			flags.StringSlice(FlagName(k), v.GetStringSlice(k), usage)
		default:
			flags.String(FlagName(k), v.GetString(k), usage)
		}
	}
}

// Load reads the configuration: defaults, then the file that --config or CROSSWALK_CONFIG names, then the environment, then the
// flags that were set (flags may be nil). Every unknown key and every value that breaks a rule is named, all at once.
func Load(flags *pflag.FlagSet) (Config, error) {
	v, errs := base(), unknownEnv()
	if file := fileName(flags); file != "" {
		errs = append(errs, readFile(v, file)...)
	}
	if err := bind(v, flags); err != nil {
		return Config{}, err
	}
	var c Config
	bad := func(key, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s %s (flag --%s, variable %s)", key, fmt.Sprintf(format, args...), FlagName(key), EnvName(key)))
	}
	c.decode(base().Get, bad) // what is of no use below stays at its default
	c.decode(v.Get, bad)
	c.complete(bad)
	c.problems(bad)
	return c, errors.Join(errs...)
}

// fileName is the file that --config or CROSSWALK_CONFIG names.
func fileName(flags *pflag.FlagSet) string {
	if flags != nil {
		if f := flags.Lookup("config"); f != nil && f.Value.String() != "" {
			return f.Value.String()
		}
	}
	return os.Getenv(envPrefix + "CONFIG")
}

// snippet is the beginning of a text that the YAML parser quotes: it may be a secret, in the wrong file.
var snippet = regexp.MustCompile("`[^`]*`")

// readFile reads a file over the defaults and names its unknown keys.
func readFile(v *viper.Viper, file string) []error {
	in := viper.New()
	in.SetConfigFile(file)
	in.SetConfigType("yaml")
	switch err := in.ReadInConfig(); {
	case errors.As(err, new(viper.ConfigParseError)):
		return []error{fmt.Errorf("configuration file %s: %s", file, snippet.ReplaceAllString(err.Error(), "a text"))}
	case err != nil:
		return []error{fmt.Errorf("configuration file: %w", err)}
	}
	errs := unknownKeys(in, file)
	if err := v.MergeConfigMap(in.AllSettings()); err != nil {
		errs = append(errs, fmt.Errorf("configuration file %s: %w", file, err))
	}
	return errs
}

// bind makes the environment and the flags win over what was read.
func bind(v *viper.Viper, flags *pflag.FlagSet) error {
	for _, k := range Keys() {
		names := []string{k, EnvName(k)}
		if a, ok := aura[k]; ok {
			names = append(names, a)
		}
		if err := v.BindEnv(names...); err != nil {
			return err
		}
		if flags == nil {
			continue
		}
		if f := flags.Lookup(FlagName(k)); f != nil {
			if err := v.BindPFlag(k, f); err != nil {
				return err
			}
		}
	}
	return nil
}

// unknownKeys names the keys of a file that are none of ours.
func unknownKeys(in *viper.Viper, file string) []error {
	var errs []error
	known, keys := Keys(), in.AllKeys()
	slices.Sort(keys)
	for _, k := range keys {
		if slices.Contains(known, k) {
			continue
		}
		hint := near(k, known)
		if within := section(k, known); len(within) > 0 {
			if in.Get(k) == nil {
				continue // an empty section
			}
			hint = "; it is a section, with the keys " + strings.Join(within, ", ")
		}
		errs = append(errs, fmt.Errorf("configuration file %s: unknown key %s%s", file, k, hint))
	}
	return errs
}

// section lists the keys within a section.
func section(name string, known []string) (within []string) {
	for _, k := range known {
		if key, ok := strings.CutPrefix(k, name+"."); ok {
			within = append(within, key)
		}
	}
	return within
}

// serviceEnv are the variables that Kubernetes and linked containers set for a service named crosswalk, or crosswalk-something.
var serviceEnv = regexp.MustCompile(`^CROSSWALK(_[A-Z0-9_]+)?_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$`)

// unknownEnv names the variables with our prefix that are none of ours; those of tests and of services are left alone.
func unknownEnv() []error {
	var errs []error
	known := append([]string{}, otherEnv...)
	for _, k := range Keys() {
		known = append(known, EnvName(k))
	}
	env := os.Environ()
	slices.Sort(env)
	for _, kv := range env {
		name, _, _ := strings.Cut(kv, "=")
		if strings.HasPrefix(name, envPrefix) && !strings.HasPrefix(name, envPrefix+"TEST_") && !serviceEnv.MatchString(name) && !slices.Contains(known, name) {
			errs = append(errs, fmt.Errorf("environment: unknown variable %s%s", name, near(name, known)))
		}
	}
	return errs
}

// near suggests a known key that differs in little.
func near(k string, known []string) string {
	if n := graph.Nearest(k, known); n != "" {
		return "; did you mean " + n + "?"
	}
	return ""
}
