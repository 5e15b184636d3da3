package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

// fileName is the file that --config or CROSSWALK_CONFIG names.
func fileName(flags *pflag.FlagSet) string {
	if flags != nil {
		if f := flags.Lookup("config"); f != nil && f.Value.String() != "" {
			return f.Value.String()
		}
	}
	return os.Getenv(envPrefix + "CONFIG")
}

// given is a file that was read, and the keys that it sets.
type given struct {
	file string
	keys []string
	at   map[string]int // lines of keys and sections
}

// source says where a key's value comes from, as a message begins; empty for a default.
func (g given) source(flags *pflag.FlagSet, key string) string {
	if flags != nil {
		if f := flags.Lookup(FlagName(key)); f != nil && f.Changed {
			return "flag --" + f.Name + ": "
		}
	}
	for _, name := range envNames(key) {
		if os.Getenv(name) != "" {
			return "variable " + name + ": "
		}
	}
	for _, k := range g.keys {
		if k == key || strings.HasPrefix(k, key+".") {
			return g.place(key)
		}
	}
	return ""
}

// place is the file and the line that a key, or the section that it is in, stands in, as a message begins.
func (g given) place(key string) string {
	s := "configuration file " + g.file + ": "
	for within := key; within != ""; within = sectionOf(within) {
		if line := g.at[within]; line > 0 {
			return s + fmt.Sprintf("line %d: ", line)
		}
	}
	return s
}

// sectionOf is the section that a key is in, empty where it is in none.
func sectionOf(key string) string { return key[:max(0, strings.LastIndex(key, "."))] }

// readFile reads a file over the defaults and names its unknown keys.
func readFile(v *viper.Viper, file string) (given, []error) {
	in := viper.New()
	in.SetConfigFile(file)
	in.SetConfigType("yaml")
	err := in.ReadInConfig()
	info, statErr := os.Stat(file)
	switch {
	case errors.As(err, new(viper.ConfigParseError)):
		return given{}, []error{fmt.Errorf("configuration file %s: %s", file, yamlFault(err))}
	case errors.Is(err, fs.ErrNotExist):
		return given{}, []error{fmt.Errorf("configuration file %s: there is no such file (flag --config, variable %sCONFIG)", file, envPrefix)}
	case statErr == nil && info.IsDir():
		return given{}, []error{fmt.Errorf("configuration file %s: this is a folder; name a file (flag --config, variable %sCONFIG)", file, envPrefix)}
	case err != nil:
		return given{}, []error{fmt.Errorf("configuration file %s: %w", file, err)}
	}
	g := given{file, in.AllKeys(), linesOf(file)}
	errs := unknownKeys(in, g)
	if err := v.MergeConfigMap(in.AllSettings()); err != nil {
		errs = append(errs, fmt.Errorf("configuration file %s: %w", file, err))
	}
	return g, errs
}

var (
	// snippet is the beginning of a text that the YAML parser quotes: it may be a secret, in the wrong file.
	snippet = regexp.MustCompile("`[^`]*`")
	// noMapping is what the parser says of a file that is no configuration at all.
	noMapping = regexp.MustCompile(`cannot unmarshal !!\w+( a text)? into map\[string\]interface {}`)
)

// yamlFault is what the YAML parser says, without Go's words and without what may be a secret.
func yamlFault(err error) string {
	s := snippet.ReplaceAllString(err.Error(), "a text")
	for _, prefix := range []string{"While parsing config: ", "yaml: ", "unmarshal errors:\n"} {
		s = strings.TrimPrefix(s, prefix)
	}
	return noMapping.ReplaceAllString(strings.TrimSpace(s), "a configuration is keys with values, such as store: embedded")
}

// unknownKeys names the keys of a file that are none of ours.
func unknownKeys(in *viper.Viper, g given) []error {
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
		errs = append(errs, fmt.Errorf("%sunknown key %s%s", g.place(k), k, hint))
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
