package reading

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Compile reads the reading in dir against the report's text and returns the edition's bundle, valid and in
// canonical order. The error is graph.Problems, each with its file and line: first all that is wrong with the files and their anchors, then, once
// they can be read, all that makes the bundle invalid. A text with another hash is the only problem named, for no anchor would fit it.
func Compile(dir fs.FS, source []byte) (graph.Bundle, error) {
	files, problems := readFiles(dir)
	c := compiler{text: newText(source), problems: problems, entities: map[string]*graph.Entity{}, declared: map[string]place{},
		links: map[string]*graph.Link{}, passages: map[string]*graph.Passage{}, broader: map[string]string{},
		linked: map[string]place{}, stated: map[string]place{}, noted: map[string]place{}}
	if !c.report(files) {
		return graph.Bundle{}, c.problems
	}
	c.outline(files)
	c.declare(files)
	c.locate(files)
	c.state()
	c.group()
	c.note(files)
	if len(c.problems) > 0 {
		return graph.Bundle{}, c.problems
	}
	return c.finish()
}

// compiler gathers the bundle; every step adds to problems and goes on.
type compiler struct {
	text     text
	sections []section
	problems graph.Problems
	bundle   graph.Bundle

	entities map[string]*graph.Entity
	record   place             // of the report
	declared map[string]place  // by entity id
	linked   map[string]place  // by link key: the first statement
	stated   map[string]place  // by passage id
	noted    map[string]place  // by note id
	broader  map[string]string // narrower theme → broader
	links    map[string]*graph.Link
	passages map[string]*graph.Passage
	located  []located // in the order of the text
}

// located is a passage with its place in the text.
type located struct {
	src passage
	out *graph.Passage
}

func (c *compiler) bad(file string, line int, rule, format string, args ...any) {
	c.problems = append(c.problems, graph.Problem{Source: file, Path: fmt.Sprintf("line %d", line), Rule: rule, Message: fmt.Sprintf(format, args...)})
}

// report takes the one report record and checks the text's hash; false where there is no use in going on.
func (c *compiler) report(files []file) bool {
	for _, f := range files {
		r := f.Report
		if r == nil {
			continue
		}
		if c.record.file != "" {
			c.bad(f.name, r.line, "report", "the report's record stands already at %s", c.record)
			continue
		}
		c.record = place{f.name, r.line}
		sum := sha256.Sum256(c.text.bytes)
		if got := hex.EncodeToString(sum[:]); got != r.SHA256 {
			c.bad(f.name, r.line, "hash", "the reading is of a text with SHA-256 %s, the source given has %s", r.SHA256, got)
			return false
		}
		c.bundle.Report = graph.Report{ID: r.ID, Work: r.Work, Partnership: r.Partnership, Title: r.Title, Year: r.Year, Language: r.Language,
			URL: r.URL, SHA256: r.SHA256, TextSHA256: r.SHA256, TextBytes: len(c.text.bytes)}
	}
	if c.record.file == "" && len(c.problems) == 0 { // where a file does not parse, it may be the one
		c.bad("report.yaml", 1, "report", "no file holds the report's record")
	}
	return c.record.file != ""
}

// outline sorts the sections of all files by their lines, of which no two may be the same: a section begins at its heading, or at
// the line before where it has none.
func (c *compiler) outline(files []file) {
	for _, f := range files {
		for _, s := range f.Sections {
			if _, _, there := c.text.line(s.Line); !there {
				c.bad(s.file, s.line, "outline", "line %d lies outside the text of %d lines", s.Line, len(c.text.start))
				continue
			}
			c.sections = append(c.sections, s)
		}
	}
	sort.SliceStable(c.sections, func(i, k int) bool { return c.sections[i].Line < c.sections[k].Line })
	for i, s := range c.sections {
		switch {
		case i > 0 && c.sections[i-1].Line == s.Line:
			c.bad(s.file, s.line, "outline", "line %d is a heading already at %s", s.Line, place{c.sections[i-1].file, c.sections[i-1].line})
		case len(s.Path) == 0:
			c.bad(s.file, s.line, "outline", "the heading of line %d has no path", s.Line)
		}
	}
	c.headings()
}

// declare collects the entities of all files.
func (c *compiler) declare(files []file) {
	for _, f := range files {
		for _, e := range f.Entities {
			if first, twice := c.declared[e.ID]; twice {
				c.bad(f.name, e.line, "declared-once", "%s is declared already at %s", e.ID, first)
				continue
			}
			c.declared[e.ID] = place{f.name, e.line}
			kind := graph.KindOf(e.ID)
			if kind == "" || !graph.ValidID(e.ID) {
				c.bad(f.name, e.line, "id", "%q is no id of a known kind", e.ID)
				continue
			}
			c.entities[e.ID] = &graph.Entity{ID: e.ID, Kind: kind, Name: e.Name, NameSource: e.NameSource, Aliases: e.Aliases, Properties: c.properties(f.name, kind, e)}
			if e.Broader != "" {
				c.broader[e.ID] = e.Broader
			}
		}
	}
}

// properties reads an entity's own properties; nil where it has none.
func (c *compiler) properties(file string, kind graph.Kind, e entity) graph.Properties {
	var out graph.Properties
	for _, name := range slices.Sorted(maps.Keys(e.Properties)) {
		p, ok := graph.EntityProperty(kind, name)
		if !ok {
			c.bad(file, e.line, "property", "%s: a %s has no property %s", e.ID, kind, name)
			continue
		}
		v, err := value(p, e.Properties[name])
		if err != nil {
			c.bad(file, e.line, "property", "%s: %v", e.ID, err)
			continue
		}
		if out == nil {
			out = graph.Properties{}
		}
		out[name] = v
	}
	return out
}

// locate computes spans, sections, paragraphs and ids of the passages of all files.
func (c *compiler) locate(files []file) {
	for _, f := range files {
		for _, p := range f.Passages {
			start, end, line, err := c.text.span(p.At, p.First, p.Last)
			if err != nil {
				c.bad(f.name, p.line, "anchor", "%v", err)
				continue
			}
			out := &graph.Passage{Start: start, End: end, Line: line, Gist: graph.Names(p.Gist)}
			c.place(out, f.name, p.line)
			c.located = append(c.located, located{p, out})
		}
	}
	sort.SliceStable(c.located, func(i, k int) bool {
		a, b := c.located[i].out, c.located[k].out
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End < b.End
	})
	nth := map[int]int{}
	short := c.bundle.Report.Short()
	for i, l := range c.located {
		if i > 0 && c.located[i-1].out.Start == l.out.Start && c.located[i-1].out.End == l.out.End {
			c.bad(l.src.file, l.src.line, "anchor", "the passage at %s is the same as that of %s line %d", l.src.At, c.located[i-1].src.file, c.located[i-1].src.line)
		}
		nth[l.out.Line]++
		l.out.ID = fmt.Sprintf("passage:%s:%d-%d", short, l.out.Line, nth[l.out.Line])
		c.passages[l.out.ID] = l.out
		c.stated[l.out.ID] = place{l.src.file, l.src.line}
	}
}

// place sets section, chapter and paragraph: the paragraph's number is that of its line among the lines with text after the heading.
func (c *compiler) place(p *graph.Passage, file string, line int) {
	i := sort.Search(len(c.sections), func(i int) bool { return c.sections[i].Line > p.Line }) - 1
	if i < 0 {
		c.bad(file, line, "outline", "line %d stands before the first heading of the outline", p.Line)
		return
	}
	s := c.sections[i]
	p.Section, p.Chapter = s.Path, s.Chapter
	for n := s.Line + 1; n <= p.Line; n++ {
		if !c.text.blank(n) {
			p.Paragraph++
		}
	}
}

// state turns names and statements into evidence and links.
func (c *compiler) state() {
	for _, l := range c.located {
		for _, id := range l.src.Names {
			c.cite(id, l, "named")
		}
		for _, s := range l.src.States {
			c.link(s, l)
		}
	}
}

func (c *compiler) cite(id string, l located, how string) {
	e, ok := c.entities[id]
	if !ok && id != c.bundle.Report.ID {
		c.bad(l.src.file, l.src.line, "declared", "%s is %s here and declared in no file", id, how)
		return
	}
	if ok && !slices.Contains(e.Evidence, l.out.ID) {
		e.Evidence = append(e.Evidence, l.out.ID)
	}
}

// ownEvidence reports whether the ends of links count as evidence for a thing of kind k: a chapter's group and
// the partnership are the ends of nearly every link, so only passages that name them do.
func ownEvidence(k graph.Kind) bool { return k != graph.WorkingGroup && k != graph.Partnership }

func (c *compiler) link(s statement, l located) {
	spec, ok := graph.LinkType(s.typ).Spec()
	if !ok {
		c.bad(l.src.file, s.line, "link-type", "there is no link type %s", s.typ)
		return
	}
	if from, to := graph.KindOf(s.from), graph.KindOf(s.to); !spec.Allows(from, to) {
		c.bad(l.src.file, s.line, "ends", "%s does not lead from a %s to a %s (%s to %s)", s.typ, from, to, s.from, s.to)
		return
	}
	for _, id := range []string{s.from, s.to} {
		if _, ok := c.entities[id]; !ok {
			c.bad(l.src.file, s.line, "declared", "%s is linked here and declared in no file", id)
		} else if ownEvidence(graph.KindOf(id)) {
			c.cite(id, l, "linked")
		}
	}
	link := graph.Link{From: s.from, Type: spec.Type, To: s.to, Basis: graph.Stated, Confidence: 1, Properties: graph.Properties{}}
	for _, name := range slices.Sorted(maps.Keys(s.fields)) {
		if err := setField(&link, spec, name, s.fields[name]); err != nil {
			c.bad(l.src.file, s.line, "property", "%s %s %s: %v", s.from, s.typ, s.to, err)
		}
	}
	c.unite(link, s, l)
}

// unite adds the passage to the link of that key; what two passages say of one link must agree.
func (c *compiler) unite(link graph.Link, s statement, l located) {
	key := link.Key(c.bundle.Report.Year)
	old, ok := c.links[key]
	if !ok {
		link.Evidence = []string{l.out.ID}
		c.links[key] = &link
		c.linked[key] = place{l.src.file, s.line}
		return
	}
	for _, name := range link.Properties.Names() {
		v := link.Properties[name]
		if o, told := old.Properties[name]; told && graph.FormatValue(o) != graph.FormatValue(v) {
			c.bad(l.src.file, s.line, "agree", "%s: %s is %q here and %q at %s", strings.ReplaceAll(key, "\x1f", " "), name,
				graph.FormatValue(v), graph.FormatValue(o), old.Evidence[0])
		}
		old.Properties[name] = v
	}
	if link.Confidence > old.Confidence {
		old.Basis, old.Rule, old.Confidence = link.Basis, link.Rule, link.Confidence
	}
	if !slices.Contains(old.Evidence, l.out.ID) {
		old.Evidence = append(old.Evidence, l.out.ID)
	}
}
