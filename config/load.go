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

// envNames are the variables that set a key, the stronger one first.
func envNames(key string) []string {
	names := []string{EnvName(key)}
	if a, ok := aura[key]; ok {
		names = append(names, a)
	}
	return names
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
	var in given
	if file := fileName(flags); file != "" {
		var problems []error
		in, problems = readFile(v, file)
		errs = append(errs, problems...)
	}
	if err := bind(v, flags); err != nil {
		return Config{}, err
	}
	var c Config
	bad := func(key, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s%s %s (flag --%s, variable %s)", in.source(flags, key), key, fmt.Sprintf(format, args...), FlagName(key), EnvName(key)))
	}
	c.decode(base().Get, bad) // what is of no use below stays at its default
	c.decode(v.Get, bad)
	c.complete(bad)
	c.problems(bad)
	return c, errors.Join(errs...)
}

// bind makes the environment and the flags win over what was read.
func bind(v *viper.Viper, flags *pflag.FlagSet) error {
	for _, k := range Keys() {
		if err := v.BindEnv(append([]string{k}, envNames(k)...)...); err != nil {
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
