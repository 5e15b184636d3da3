package reading

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// file is one YAML file of a reading. Every part is optional.
type file struct {
	name string

	Report   *report   `yaml:"report"`
	Sections []section `yaml:"sections"`
	Entities []entity  `yaml:"entities"`
	Passages []passage `yaml:"passages"`
	Notes    []note    `yaml:"notes"`
	Chapter  string    `yaml:"chapter"` // for people; the outline decides
}

type report struct {
	line int

	ID          string      `yaml:"id"`
	Work        string      `yaml:"work"`
	Partnership string      `yaml:"partnership"`
	Title       graph.Names `yaml:"title"`
	Year        int         `yaml:"year"`
	Language    string      `yaml:"language"`
	URL         string      `yaml:"url"`
	SHA256      string      `yaml:"sha256"`
}

type section struct {
	line int
	file string

	Line    int      `yaml:"line"`
	Path    []string `yaml:"path"`
	Chapter string   `yaml:"chapter"`
}

type entity struct {
	line int

	ID         string               `yaml:"id"`
	Name       graph.Names          `yaml:"name"`
	NameSource map[string]string    `yaml:"name_source"`
	Aliases    []string             `yaml:"aliases"`
	Properties map[string]yaml.Node `yaml:"properties"`
	Broader    string               `yaml:"broader"`
}

type passage struct {
	line int
	file string

	At     string      `yaml:"at"`
	First  string      `yaml:"first"`
	Last   string      `yaml:"last"`
	Gist   gist        `yaml:"gist"`
	Names  []string    `yaml:"names"`
	States []statement `yaml:"states"`
}

type note struct {
	line int

	ID       string   `yaml:"id"`
	Kind     string   `yaml:"kind"`
	About    []string `yaml:"about"`
	Gist     gist     `yaml:"gist"`
	Evidence []string `yaml:"evidence"`
}

// statement is a link: the scalar "FROM TYPE TO", or a map with that under link and properties beside it.
type statement struct {
	line          int
	from, typ, to string
	fields        map[string]yaml.Node
}

// gist is a sentence in English, or a map of languages.
type gist graph.Names

func (g *gist) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		*g = gist{"en": n.Value}
		return nil
	}
	return n.Decode((*graph.Names)(g))
}

func (f *file) UnmarshalYAML(n *yaml.Node) error {
	type plain file
	return decodeStrict(n, (*plain)(f), "report", "sections", "entities", "passages", "notes", "chapter")
}

func (r *report) UnmarshalYAML(n *yaml.Node) error {
	type plain report
	r.line = n.Line
	return decodeStrict(n, (*plain)(r), "id", "work", "partnership", "title", "year", "language", "url", "sha256")
}

func (s *section) UnmarshalYAML(n *yaml.Node) error {
	type plain section
	s.line = n.Line
	return decodeStrict(n, (*plain)(s), "line", "path", "chapter")
}

func (e *entity) UnmarshalYAML(n *yaml.Node) error {
	type plain entity
	e.line = n.Line
	return decodeStrict(n, (*plain)(e), "id", "name", "name_source", "aliases", "properties", "broader")
}

func (p *passage) UnmarshalYAML(n *yaml.Node) error {
	type plain passage
	p.line = n.Line
	return decodeStrict(n, (*plain)(p), "at", "first", "last", "gist", "names", "states")
}

func (x *note) UnmarshalYAML(n *yaml.Node) error {
	type plain note
	x.line = n.Line
	return decodeStrict(n, (*plain)(x), "id", "kind", "about", "gist", "evidence")
}

func (s *statement) UnmarshalYAML(n *yaml.Node) error {
	s.line = n.Line
	text := n.Value
	if n.Kind == yaml.MappingNode {
		if err := n.Decode(&s.fields); err != nil {
			return err
		}
		l := s.fields["link"]
		text = l.Value
		delete(s.fields, "link")
	}
	parts := strings.Fields(text)
	if len(parts) != 3 {
		return fmt.Errorf("line %d: a statement is FROM TYPE TO, not %q", n.Line, text)
	}
	s.from, s.typ, s.to = parts[0], parts[1], parts[2]
	return nil
}

// decodeStrict decodes a mapping and refuses keys that are not listed: a decoder's own KnownFields does not reach
// into types that unmarshal themselves.
func decodeStrict(n *yaml.Node, into any, keys ...string) error {
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: expected a mapping of %s", n.Line, strings.Join(keys, ", "))
	}
	var errs []error
	for i := 0; i+1 < len(n.Content); i += 2 {
		known := false
		for _, k := range keys {
			known = known || n.Content[i].Value == k
		}
		if !known {
			errs = append(errs, fmt.Errorf("line %d: unknown key %q (known: %s)", n.Content[i].Line, n.Content[i].Value, strings.Join(keys, ", ")))
		}
	}
	return errors.Join(append(errs, n.Decode(into))...)
}

// readFiles reads every .yaml file of dir, by name; what does not parse is a problem.
func readFiles(dir fs.FS) ([]file, graph.Problems) {
	names, err := fs.Glob(dir, "*.yaml")
	if err != nil || len(names) == 0 {
		return nil, graph.Problems{{Path: ".", Rule: "reading", Message: "the folder holds no .yaml file"}}
	}
	var files []file
	var problems graph.Problems
	for _, name := range names {
		f := file{name: name}
		if err := f.read(dir); err != nil {
			problems = append(problems, unread(name, err)...)
			continue
		}
		for i := range f.Sections {
			f.Sections[i].file = name
		}
		for i := range f.Passages {
			f.Passages[i].file = name
		}
		files = append(files, f)
	}
	return files, problems
}

var atLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)`)

// unread is what the decoder says of a file, a problem for each line that it names; what names none concerns the whole file.
func unread(name string, err error) graph.Problems {
	var ps graph.Problems
	for _, said := range strings.Split(err.Error(), "\n") {
		said = strings.TrimSpace(said)
		if said == "" || said == "yaml: unmarshal errors:" {
			continue
		}
		p := graph.Problem{Source: name, Path: "line 1", Rule: "yaml", Message: said}
		if m := atLine.FindStringSubmatch(said); m != nil {
			p.Path, p.Message = "line "+m[1], m[2]
		}
		ps = append(ps, p)
	}
	return ps
}

// read decodes the file's one document; an empty file states nothing.
func (f *file) read(dir fs.FS) error {
	r, err := dir.Open(f.name)
	if err != nil {
		return err
	}
	defer r.Close()
	dec := yaml.NewDecoder(r)
	if err := dec.Decode(f); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if err := dec.Decode(&yaml.Node{}); err == nil {
		return errors.New("holds a second document (after ---); write one a file")
	} else if !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}
