package graph

import (
	"crypto/sha256"
	"strconv"
)

// rowHasher makes the hashes of the rows of which a graph has most. It writes the very bytes that encoding/json writes of them
// (a test holds it to that), many times faster; digests of graphs that were loaded before stay what they are.
type rowHasher struct {
	json jsonAppender
	b    []byte
}

// passage is the hash of a passage's row, without its quote.
func (h *rowHasher) passage(p *Passage) [sha256.Size]byte {
	h.b = append(append(h.b[:0], PassageRow...), 0)
	return h.sum(h.json.passage(h.b, p))
}

func (h *rowHasher) entity(e *MergedEntity) [sha256.Size]byte {
	h.b = append(append(h.b[:0], EntityRow...), 0)
	return h.sum(h.json.mergedEntity(h.b, e))
}

func (h *rowHasher) link(l *MergedLink) [sha256.Size]byte {
	h.b = append(append(h.b[:0], LinkRow...), 0)
	return h.sum(h.json.mergedLink(h.b, l))
}

func (h *rowHasher) sum(b []byte) [sha256.Size]byte {
	h.b = append(b, '\n')
	return sha256.Sum256(h.b)
}

func (j *jsonAppender) passage(b []byte, p *Passage) []byte {
	b = appendString(append(b, `{"id":`...), p.ID)
	b = appendStrings(append(b, `,"section":`...), p.Section)
	b = strconv.AppendInt(append(b, `,"paragraph":`...), int64(p.Paragraph), 10)
	if p.Chapter != "" {
		b = appendString(append(b, `,"chapter":`...), p.Chapter)
	}
	b = strconv.AppendInt(append(b, `,"start":`...), int64(p.Start), 10)
	b = strconv.AppendInt(append(b, `,"end":`...), int64(p.End), 10)
	if p.Line != 0 {
		b = strconv.AppendInt(append(b, `,"line":`...), int64(p.Line), 10)
	}
	if p.Page != 0 {
		b = strconv.AppendInt(append(b, `,"page":`...), int64(p.Page), 10)
	}
	b = j.texts(append(b, `,"gist":`...), p.Gist)
	if p.Report != "" {
		b = appendString(append(b, `,"report":`...), p.Report)
	}
	return append(b, '}')
}

func (j *jsonAppender) mergedEntity(b []byte, e *MergedEntity) []byte {
	b = j.entity(append(b, '{'), &e.Entity)
	b = appendList(append(b, `,"statements":`...), e.Statements, func(b []byte, s *EntityStatement) []byte {
		b = appendString(append(b, `{"report":`...), s.Report)
		return append(j.entity(append(b, ','), &s.Entity), '}')
	})
	return append(b, '}')
}

// entity writes the fields of e, without braces.
func (j *jsonAppender) entity(b []byte, e *Entity) []byte {
	b = appendString(append(b, `"id":`...), e.ID)
	b = appendString(append(b, `,"kind":`...), string(e.Kind))
	b = j.texts(append(b, `,"name":`...), e.Name)
	if len(e.NameSource) > 0 {
		b = j.texts(append(b, `,"name_source":`...), e.NameSource)
	}
	if len(e.Aliases) > 0 {
		b = appendStrings(append(b, `,"aliases":`...), e.Aliases)
	}
	if len(e.Properties) > 0 {
		b = j.properties(append(b, `,"properties":`...), e.Properties)
	}
	if len(e.Evidence) > 0 {
		b = appendStrings(append(b, `,"evidence":`...), e.Evidence)
	}
	return b
}

func (j *jsonAppender) mergedLink(b []byte, l *MergedLink) []byte {
	b = appendString(append(b, `{"id":`...), l.ID)
	b = appendString(append(b, `,"key":`...), l.Key)
	b = j.link(append(b, ','), &l.Link)
	b = appendList(append(b, `,"years":`...), l.Years, func(b []byte, year *int) []byte { return strconv.AppendInt(b, int64(*year), 10) })
	b = appendList(append(b, `,"statements":`...), l.Statements, func(b []byte, s *LinkStatement) []byte {
		b = appendString(append(b, `{"report":`...), s.Report)
		b = strconv.AppendInt(append(b, `,"year":`...), int64(s.Year), 10)
		b = appendString(append(b, `,"work":`...), s.Work)
		return append(j.link(append(b, ','), &s.Link), '}')
	})
	return append(b, '}')
}

// link writes the fields of l, without braces.
func (j *jsonAppender) link(b []byte, l *Link) []byte {
	b = appendString(append(b, `"from":`...), l.From)
	b = appendString(append(b, `,"type":`...), string(l.Type))
	b = appendString(append(b, `,"to":`...), l.To)
	if len(l.Properties) > 0 {
		b = j.properties(append(b, `,"properties":`...), l.Properties)
	}
	b = appendString(append(b, `,"basis":`...), string(l.Basis))
	if l.Rule != "" {
		b = appendString(append(b, `,"rule":`...), l.Rule)
	}
	b = appendFloat(append(b, `,"confidence":`...), l.Confidence)
	return appendStrings(append(b, `,"evidence":`...), l.Evidence)
}
