package config

import (
	"bytes"
	_ "embed" // default.yaml
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/go-viper/mapstructure/v2"
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
		if meaning[k] == "" {
			usage = k + " (" + EnvName(k) + ")"
		}
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
	v := base()
	file := os.Getenv(envPrefix + "CONFIG")
	if flags != nil {
		if f := flags.Lookup("config"); f != nil && f.Value.String() != "" {
			file = f.Value.String()
		}
	}
	errs := unknownEnv()
	if file != "" {
		v.SetConfigFile(file)
		v.SetConfigType("yaml")
		if err := v.ReadInConfig(); err != nil {
			return Config{}, errors.Join(append(errs, fmt.Errorf("configuration file %s: %w", file, err))...)
		}
		errs = append(errs, unknownKeys(v, file)...)
	}
	for _, k := range Keys() {
		names := []string{k, EnvName(k)}
		if a, ok := aura[k]; ok {
			names = append(names, a)
		}
		if err := v.BindEnv(names...); err != nil {
			return Config{}, err
		}
		if flags != nil {
			if f := flags.Lookup(FlagName(k)); f != nil {
				if err := v.BindPFlag(k, f); err != nil {
					return Config{}, err
				}
			}
		}
	}
	var c Config
	hook := mapstructure.ComposeDecodeHookFunc(mapstructure.StringToTimeDurationHookFunc(), listHook)
	if err := v.Unmarshal(&c, viper.DecodeHook(hook)); err != nil {
		return Config{}, errors.Join(append(errs, fmt.Errorf("configuration: %w", err))...)
	}
	if err := c.complete(); err != nil {
		errs = append(errs, err)
	}
	return c, errors.Join(append(errs, c.problems()...)...)
}

// listHook splits the environment's comma-separated lists; none, or an empty text, is an empty list.
func listHook(from, to reflect.Type, data any) (any, error) {
	if from.Kind() != reflect.String || to != reflect.TypeOf([]string{}) {
		return data, nil
	}
	out := []string{}
	for _, s := range strings.Split(data.(string), ",") {
		if s = strings.TrimSpace(s); s != "" && s != "none" {
			out = append(out, s)
		}
	}
	return out, nil
}

// unknownKeys names the keys of a file that are none of ours.
func unknownKeys(v *viper.Viper, file string) []error {
	var errs []error
	known := Keys()
	in := v.AllKeys()
	slices.Sort(in)
	for _, k := range in {
		if !slices.Contains(known, k) {
			errs = append(errs, fmt.Errorf("configuration file %s: unknown key %s%s", file, k, near(k, known)))
		}
	}
	return errs
}

// unknownEnv names the variables with our prefix that are none of ours; those of tests are left alone.
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
		if strings.HasPrefix(name, envPrefix) && !strings.HasPrefix(name, envPrefix+"TEST_") && !slices.Contains(known, name) {
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

// complete fills in what follows from the machine.
func (c *Config) complete() error {
	if len(c.Editions) == 1 && c.Editions[0] == "none" {
		c.Editions = nil
	}
	if c.DataDir == "" {
		dir, err := dataHome()
		if err != nil {
			return fmt.Errorf("data_dir is empty and the user's data folder is unknown: %w; set data_dir", err)
		}
		c.DataDir = filepath.Join(dir, "crosswalk")
	}
	if c.Neo4j.PasswordFile == "" {
		return nil
	}
	b, err := os.ReadFile(c.Neo4j.PasswordFile)
	if errors.Is(err, fs.ErrNotExist) || err != nil {
		return fmt.Errorf("neo4j.password_file: %w", err)
	}
	c.Neo4j.Password = Secret(strings.TrimRight(string(b), "\r\n"))
	return nil
}

// dataHome is the user's data folder: XDG_DATA_HOME, else the system's usual place.
func dataHome() (string, error) {
	if d := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return d, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, filepath.FromSlash(dataSubfolder)), nil
}
