package export

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// Neighbours has one row a link of a thing.
func Neighbours(ns []explore.Neighbour) Table {
	t := Table{Columns: columns("link", "type", "direction", "other", "other_kind", nameColumns, "role", "status", "side", "title", "stance", "since", "until", "years", "basis", "confidence", "passages")}
	for _, n := range ns {
		p := n.Properties
		t.Rows = append(t.Rows, row(n.Link, string(n.Type), n.Direction, n.Other.ID, string(n.Other.Kind), nameCells(n.Other.Name), p.Text("role"), p.Text("status"),
			p.Text("side"), p.Text("title"), p.Text("stance"), p.Text("since"), p.Text("until"), ints(n.Years), string(n.Basis), n.Confidence, n.Passages))
	}
	return t
}

// Paths has one row a hop.
func Paths(ps explore.Paths) Table {
	t := Table{Columns: columns("path", "cost", "hop", "from", "from_name_en", "type", "forward", "role", "to", "to_name_en", "link", "years", "passages")}
	for i, p := range ps.Items {
		for k, h := range p.Hops {
			t.Rows = append(t.Rows, row(i+1, p.Cost, k+1, p.Things[k].ID, english(p.Things[k].Name), string(h.Type), h.Forward, h.Role,
				p.Things[k+1].ID, english(p.Things[k+1].Name), h.Link, ints(h.Years), h.Passages))
		}
	}
	return t
}

func english(n graph.Names) string { s, _ := n.In("en"); return s }

// Interlocks has one row a shared thing and chosen thing.
func Interlocks(xs []explore.Interlock) Table {
	t := Table{Columns: columns("thing", "kind", nameColumns, "shared", "overlap", "member", "types", "roles", "since", "until", "years", "passages")}
	for _, x := range xs {
		for _, m := range x.Members {
			var types []string
			for _, ty := range m.Types {
				types = append(types, string(ty))
			}
			t.Rows = append(t.Rows, row(x.Thing.ID, string(x.Thing.Kind), nameCells(x.Thing.Name), x.Shared, x.Overlap, m.ID, types, m.Roles, string(m.Since), string(m.Until), ints(m.Years), m.Passages))
		}
	}
	return t
}

// Connectors has one row an institution.
func Connectors(cs []explore.Connector) Table {
	t := Table{Columns: columns("institution", nameColumns, "country", "type", "groups", "group_ids", "links_of_one", "passages")}
	for _, c := range cs {
		t.Rows = append(t.Rows, row(c.Institution.ID, nameCells(c.Institution.Name), c.Country, c.Type, len(c.Groups), memberIDs(c.Groups), c.LinksOfOne, c.Passages))
	}
	return t
}
