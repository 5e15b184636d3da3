package config

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// decode sets each key's field from get, which gives the value as a file, the environment or a flag has it, nil for none. What
// is of another kind is told to bad, and its field stays.
func (c *Config) decode(get func(key string) any, bad func(key, format string, args ...any)) {
	eachField(reflect.ValueOf(c).Elem(), "", func(key string, field reflect.Value) {
		v := get(key)
		if v == nil {
			return
		}
		if want := set(field, v); want != "" {
			if form, ok := forms[key]; ok {
				want = form
			}
			shown := fmt.Sprintf("%q", fmt.Sprint(v))
			if field.Type() == reflect.TypeFor[Secret]() {
				shown = "no text" // never shown itself
			}
			bad(key, "is %s; it must be %s", shown, want)
		}
	})
}

// forms say what the texts of some keys must be; the rest are free.
var forms = map[string]string{
	"store":          "one of " + Embedded + ", " + Neo4jServer,
	"auth.anonymous": "one of none, reader, analyst, editor, admin, or empty",
	"log.level":      "one of debug, info, warn, error",
	"log.format":     "one of text, json",
	"address":        `host:port, such as "127.0.0.1:8080"`,
	"neo4j.uri":      `the address of a Neo4j server, such as "bolt://127.0.0.1:7687"; it begins with one of ` + strings.Join(schemes, ", "),
}

// eachField visits the fields with a key, those of sections by section.key.
func eachField(v reflect.Value, prefix string, visit func(key string, field reflect.Value)) {
	for i := range v.NumField() {
		key := prefix + v.Type().Field(i).Tag.Get("key")
		if f := v.Field(i); f.Kind() == reflect.Struct && f.Type() != reflect.TypeFor[Secret]() {
			eachField(f, key+".", visit)
		} else {
			visit(key, f)
		}
	}
}

// set gives field the value v, or says what v must be. Nothing is guessed: a number is no text (a password 0123 would
// become another one), nor without its unit a duration.
func set(field reflect.Value, v any) (want string) {
	s, text := v.(string)
	switch p := field.Addr().Interface().(type) {
	case *string:
		if want = textOf(v); want == "" {
			*p = s
		}
	case *Secret:
		if want = textOf(v); want == "" {
			*p = NewSecret(s)
		}
	case *[]string:
		return setList(p, v)
	case *bool:
		b, ok := v.(bool)
		if text {
			var err error
			b, err = strconv.ParseBool(s)
			ok = err == nil
		}
		if want = unless(ok, "true or false"); want == "" {
			*p = b
		}
	case *time.Duration:
		d, err := time.ParseDuration(s)
		if want = unless(text && err == nil, "a duration with its unit, such as 30s or 10m"); want == "" {
			*p = d
		}
	default:
		n, err := strconv.ParseInt(strings.TrimSpace(fmt.Sprint(v)), 10, field.Type().Bits())
		if want = unless(err == nil, "a whole number, such as "+fmt.Sprint(field.Interface())); want == "" {
			field.SetInt(n)
		}
	}
	return want
}

// textOf says what v must be where a text is wanted: a number or truth that stands for itself wants quotes.
func textOf(v any) (want string) {
	switch v.(type) {
	case string:
		return ""
	case []any, map[string]any:
		return "one text"
	}
	return "a text; quote it"
}

func unless(ok bool, want string) string {
	if ok {
		return ""
	}
	return want
}

// setList takes a list, or texts separated by commas; none, or an empty text, is an empty list.
func setList(p *[]string, v any) (want string) {
	var all []string
	switch v := v.(type) {
	case string:
		all = strings.Split(v, ",")
	case []string:
		all = v
	case []any:
		for _, x := range v {
			s, ok := x.(string)
			if !ok {
				return "a list of texts"
			}
			all = append(all, s)
		}
	default:
		return "a list of texts"
	}
	*p = []string{}
	for _, s := range all {
		if s = strings.TrimSpace(s); s != "" && s != "none" {
			*p = append(*p, s)
		}
	}
	return ""
}
