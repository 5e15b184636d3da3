package crosswalk

import "github.com/crosswalk-kg/crosswalk/graph"

// Matrix is the table of all pairs of a partnership's groups.
type Matrix struct {
	Groups []MatrixGroup `json:"groups"` // by id; rows and columns
	Cells  [][]Cell      `json:"cells"`  // symmetric; the diagonal's state is "self"
	Method Method        `json:"method"`
}

// MatrixGroup is one row or column.
type MatrixGroup struct {
	Member
	Active  bool `json:"active"`
	Chapter bool `json:"chapter"` // the newest edition has a chapter of it
}

// Cell is one pair, as Ranking.Pair has it.
type Cell struct {
	ID      string             `json:"id,omitempty"`
	State   string             `json:"state"` // linked, zero, no-chapter, not-active, self
	Score   *float64           `json:"score"` // null of the last three: nothing can be said
	Context *float64           `json:"context"`
	Band    Band               `json:"band,omitempty"`
	Rank    *int               `json:"rank"`
	Points  map[string]float64 `json:"points,omitempty"` // per channel with any
	Events  int                `json:"events"`           // counted direct items
}

// Matrix lays the ranking out as a table. channel, where not empty, keeps only that channel's points and items; it
// never rescores.
func (r *Ranking) Matrix(channel string) (Matrix, error) {
	if channel != "" {
		if _, ok := ChannelByName(channel); !ok {
			return Matrix{}, unknownChannel(channel)
		}
	}
	m := r.model
	out := Matrix{Method: m.Method(), Groups: []MatrixGroup{}, Cells: [][]Cell{}}
	for g, n := range m.groups {
		out.Groups = append(out.Groups, MatrixGroup{m.member(n), m.active[g], m.chapter[g]})
		row := make([]Cell, len(m.groups))
		row[g] = Cell{State: StateSelf}
		out.Cells = append(out.Cells, row)
	}
	for i, p := range r.pairs {
		c := r.cell(i, channel)
		out.Cells[p.a][p.b], out.Cells[p.b][p.a] = c, c
	}
	return out, nil
}

func (r *Ranking) cell(i int, channel string) Cell {
	m, p := r.model, &r.pairs[i]
	c := Cell{ID: PairID(m.snap.ID(m.groups[p.a]), m.snap.ID(m.groups[p.b])), State: m.state(*p), Band: p.band, Rank: p.place(), Points: map[string]float64{}}
	c.Score, c.Context = p.shown(c.State)
	for _, k := range Channels {
		if len(p.tally.items[k]) == 0 || channel != "" && k.String() != channel {
			continue
		}
		c.Points[k.String()] = graph.Round12(p.score.channel[k].points)
		if k.Direct() {
			c.Events += len(p.tally.items[k])
		}
	}
	return c
}
