// Package reading turns the close reading of one report, written by people as YAML files, into the edition's
// bundle. Spans, sections, paragraphs and ids of passages are computed from the report's text, never typed. The
// format is described in internal/editions/README.md.
package reading
