package neo4jstore

import "github.com/crosswalk-kg/crosswalk/graph"

// passageProperties is a passage as its node holds it, quote included where there is one.
func passageProperties(g *graph.Passage) properties {
	p := properties{"id": g.ID, "report": g.Report, "paragraph": g.Paragraph, "start": g.Start, "end": g.End}
	p.setList("section", g.Section)
	p.setText("chapter", g.Chapter)
	if g.Line != 0 {
		p["line"] = g.Line
	}
	if g.Page != 0 {
		p["page"] = g.Page
	}
	p.setNames("gist", g.Gist)
	p.setText("quote", g.Quote)
	return p
}

// passage is the passage that a node's properties hold.
func (p properties) passage() graph.Passage {
	return graph.Passage{
		ID: p.text("id"), Report: p.text("report"), Section: p.list("section"), Paragraph: p.integer("paragraph"), Chapter: p.text("chapter"),
		Start: p.integer("start"), End: p.integer("end"), Line: p.integer("line"), Page: p.integer("page"),
		Gist: p.names("gist", ""), Quote: p.text("quote"),
	}
}

// noteProperties is a note as its node holds it.
func noteProperties(n *graph.Note) properties {
	p := properties{"id": n.ID, "report": n.Report, "kind": string(n.Kind)}
	p.setList("about", n.About)
	p.setNames("gist", n.Gist)
	p.setList("evidence", n.Evidence)
	return p
}

// note is the note that a node's properties hold.
func (p properties) note() graph.Note {
	return graph.Note{
		ID: p.text("id"), Report: p.text("report"), Kind: graph.NoteKind(p.text("kind")), About: p.list("about"),
		Gist: p.names("gist", ""), Evidence: p.list("evidence"),
	}
}

func redirectProperties(r graph.Redirect) properties {
	return properties{"old": r.Old, "new": r.New}
}

func (p properties) redirect() graph.Redirect {
	return graph.Redirect{Old: p.text("old"), New: p.text("new")}
}
