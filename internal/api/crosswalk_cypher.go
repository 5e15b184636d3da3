package api

import (
	"net/url"
	"strings"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// AskedInCypher is a query of the catalogue that says the same in Cypher as a part of an answer.
type AskedInCypher struct {
	Query      string         `json:"query" doc:"Name of a query of the catalogue."`
	Gives      string         `json:"gives" doc:"What of the answer it gives."`
	Parameters map[string]any `json:"parameters" doc:"With which it gives that."`
	Run        string         `json:"run" doc:"Address that runs it, on a Neo4j store."`
}

// inCypher are the queries that give the items and masses of a ranking's pairs; none where the options keep links out, for the catalogue's
// queries read all. Intervals, chance and ranks are not among what they give.
func inCypher(r *crosswalk.Ranking, o crosswalk.Options) []AskedInCypher {
	if len(o.Bases) > 0 || o.MinConfidence > 0 {
		return []AskedInCypher{}
	}
	m := r.Model()
	common := map[string]any{"partnership": m.Snapshot().ID(m.Partnership), "as_of": m.AsOf}
	dated := map[string]any{"partnership": common["partnership"], "as_of": m.AsOf, "half_life": m.Parameters.HalfLife}
	return []AskedInCypher{
		asked("crosswalk_events", "items and masses of the channels session, project, commitment and reference", dated),
		asked("crosswalk_institutions", "items and mass of the channel institution", common),
		asked("crosswalk_themes", "items and mass of the channel theme", common),
	}
}

// pairInCypher is inCypher for one pair, with the passages that tell of it.
func pairInCypher(r *crosswalk.Ranking, o crosswalk.Options, a, b string) []AskedInCypher {
	return append(inCypher(r, o), asked("links_of_pair", "passages on the direct events, of all editions", map[string]any{"group_a": a, "group_b": b}))
}

func asked(name, gives string, params map[string]any) AskedInCypher {
	q := queries.Named("read/" + name)
	values := url.Values{}
	for _, p := range q.Parameters() {
		if v, ok := params[p]; ok {
			values.Set(p, export.Text(v))
		}
	}
	// Values of ids keep their colons, which need no escape here and which people read.
	address := strings.ReplaceAll(values.Encode(), "%3A", ":")
	return AskedInCypher{name, gives, params, prefix + "/queries/" + name + "/run?" + address}
}
