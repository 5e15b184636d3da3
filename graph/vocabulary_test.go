package graph

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestValidID(t *testing.T) {
	for id, want := range map[string]bool{
		"partnership:cmp": true, "group:cmp:energy": true, "session:cmp:2018:energy-human-capital": true, "report:cmp-2018": true, "passage:cmp-2018:370-1": true,
		"note:a": true, "link:0123456789abcdef": true, "theme:-": true,
		"": false, "group": false, "group:": false, ":energy": false, "group::energy": false, "group:a:b:c:d": false, "groups:a": false, "Group:a": false,
		"group:A": false, "group:a_b": false, "group:é": false, "group:a b": false, "group:a/b": false, "group:a\n": false, "group:a:": false,
		"theme:" + strings.Repeat("x", 194): true, "theme:" + strings.Repeat("x", 195): false,
	} {
		if ValidID(id) != want {
			t.Errorf("ValidID(%q) = %v", id, !want)
		}
	}
}

func TestKindsAndPrefixesAgree(t *testing.T) {
	if len(Kinds) != len(prefixes) {
		t.Errorf("%d kinds, %d prefixes", len(Kinds), len(prefixes))
	}
	for _, k := range Kinds {
		if _, declared := EntityProperties[k]; !k.Known() || KindOf(k.Prefix()+":x") != k || !declared {
			t.Errorf("%s: prefix %q, declared %v", k, k.Prefix(), declared)
		}
	}
	if Kind("Topic").Known() || KindOf("topic:x") != "" || KindOf("") != "" || Kind("").Prefix() != "" {
		t.Error("an unknown kind is known")
	}
}

func TestLinkTypesAgreeWithTheirSpecs(t *testing.T) {
	for i, lt := range LinkTypes {
		spec, ok := lt.Spec()
		if lt.Index() != i || !lt.Known() || !ok || spec.Type != lt || len(spec.Ends) == 0 {
			t.Errorf("%s: index %d, want %d; %+v", lt, lt.Index(), i, spec)
		}
		for _, e := range spec.Ends {
			if !spec.Allows(e.From, e.To) || !e.From.Known() || !e.To.Known() {
				t.Errorf("%s does not allow its own ends %v", lt, e)
			}
		}
		for _, name := range []string{"since", "until"} {
			if _, ok := spec.Property(name); !ok {
				t.Errorf("%s has no %s", lt, name)
			}
		}
	}
	if len(LinkTypes) > 255 {
		t.Error("snapshots hold types in a byte")
	}
	if _, ok := LinkType("LIKES").Spec(); ok || LinkType("LIKES").Known() || LinkType("").Index() != -1 {
		t.Error("an unknown type is known")
	}
}

func TestDeclaredPropertiesAreSound(t *testing.T) {
	check := func(whose string, ps []Property) {
		seen := map[string]bool{}
		for _, p := range ps {
			if seen[p.Name] {
				t.Errorf("%s declares %s twice", whose, p.Name)
			}
			seen[p.Name] = true
			if (p.Type == EnumType) != (len(p.Values) > 0) || p.Kind != "" && p.Type != IDType && p.Type != IDsType {
				t.Errorf("%s: %+v", whose, p)
			}
			if strings.HasPrefix(p.Type.String(), "a") == strings.HasPrefix(p.Type.String(), "t") {
				t.Errorf("%s.%s: no words for type %d", whose, p.Name, p.Type)
			}
		}
	}
	for k, ps := range EntityProperties {
		check(string(k), ps)
	}
	for _, s := range LinkTypeSpecs {
		check(string(s.Type), append(append([]Property{}, s.Properties...), LinkDates...))
	}
}

func TestLinkKey(t *testing.T) {
	l := Link{From: "group:a", Type: RefersTo, To: "group:b", Properties: Properties{"role": "topic"}}
	if got := l.Key(2018); got != "group:a\x1fREFERS_TO\x1fgroup:b\x1ftopic\x1f2018" {
		t.Errorf("key %q", got)
	}
	l = Link{From: "group:a", Type: Holds, To: "session:b"}
	if got := l.Key(2018); got != "group:a\x1fHOLDS\x1fsession:b\x1f" || l.Key(2019) != got {
		t.Errorf("key %q", got)
	}
	if id := LinkID(l.Key(2018)); !ValidID(id) || len(id) != len("link:")+16 {
		t.Errorf("id %q", id)
	}
}

func TestNamesFallBack(t *testing.T) {
	for _, c := range []struct {
		n          Names
		ask        string
		text, lang string
	}{
		{Names{"en": "E", "fr": "F"}, "fr", "F", "fr"}, {Names{"en": "E", "fr": "F"}, "es", "E", "en"}, {Names{"fr": "F", "es": "S"}, "en", "F", "fr"},
		{Names{"pt": "P", "de": "D"}, "en", "D", "de"}, {Names{"en": "", "es": "S"}, "en", "S", "es"}, {Names{}, "en", "", ""}, {nil, "", "", ""},
	} {
		if text, lang := c.n.In(c.ask); text != c.text || lang != c.lang {
			t.Errorf("%v in %s is %q in %q", c.n, c.ask, text, lang)
		}
	}
}

func TestFormatValue(t *testing.T) {
	for want, v := range map[string]any{"": nil, "text": "text", "true": true, "1200": 1200.0, "0.1": 0.1, "1000000000000": 1e12, "1e+22": 1e22, "-3.5": -3.5, "a; b": []string{"a", "b"},
		"5 CAD (2017-2021)": Amount{5, "CAD", "2017-2021"}, "5": Amount{Value: 5}, "en: a; b | fr: c": Terms{"fr": {"c"}, "en": {"a", "b"}}} {
		if got := FormatValue(v); got != want {
			t.Errorf("FormatValue(%v) = %q, want %q", v, got, want)
		}
	}
	for f, want := range map[float64]float64{0.1 + 0.2: 0.3, -1e-13: 0, 1.0000000000005: 1.000000000001, 2: 2} {
		if got := Round12(f); got != want || fmt.Sprint(got) == "-0" {
			t.Errorf("Round12(%v) = %v", f, got)
		}
	}
}

func TestPropertiesReadBackWithTheirTypes(t *testing.T) {
	p := Properties{"text": "a", "bool": false, "number": 1.5, "list": []string{"a"}, "none": []string{}, "amount": Amount{Value: 1, Currency: "CAD"}, "terms": Terms{"en": {"x"}}}
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var back Properties
	if err := json.Unmarshal(b, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(p, back); d != "" {
		t.Error(d)
	}
	if a, ok := back.Amount(); !ok || a.Value != 1 {
		t.Error("the amount is lost")
	}
	if v, stated := back.Bool("bool"); v || !stated {
		t.Error("the bool is lost")
	}
	if _, stated := back.Number("text"); stated || back.Text("none") != "" || back.List("text") != nil {
		t.Error("a value is taken for another type")
	}
	for _, bad := range []string{`{"a":[1]}`, `{"a":{"value":"x"}}`, `{"a":{"en":1}}`, `[]`} {
		if err := json.Unmarshal([]byte(bad), &back); err == nil {
			t.Errorf("%s was read", bad)
		}
	}
}

func TestCountsAreNeverNull(t *testing.T) {
	b, err := json.Marshal(Release{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), `"counts":{"added":{},"changed":{},"removed":{}}`) {
		t.Errorf("got %s", b)
	}
	if (Release{}).ID() != "0000000000000000" || (Release{Digest: Digest{1}.String()}).ID() != "0100000000000000" {
		t.Error("release ids")
	}
}

func TestEveryFieldOfFilesHasAName(t *testing.T) {
	for _, typ := range []reflect.Type{reflect.TypeFor[Bundle](), reflect.TypeFor[Report](), reflect.TypeFor[Passage](), reflect.TypeFor[Entity](), reflect.TypeFor[Link](), reflect.TypeFor[Note](), reflect.TypeFor[Judgement]()} {
		for _, f := range shapeOf(typ) {
			if f.name == "" || strings.ToLower(f.name) != f.name {
				t.Errorf("%s has the field %q", typ, f.name)
			}
		}
	}
}
