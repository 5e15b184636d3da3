package neo4jstore_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"slices"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// What is kept beside the rows (bundles, judgements, quotes) and was altered by hand is told by whoever needs it, with its name.
func TestWhatIsKeptAndWasAlteredIsTold(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	b := synthetic(1, 60).Canonical()
	other := b
	other.Links = other.Links[:1]
	judged := []graph.Judgement{{A: "institution:synth-1", B: "institution:synth-2", Verdict: graph.Unsure, By: "test", At: "2024-01-01", Reason: "to be seen"}}
	otherwise := []graph.Judgement{{A: "institution:synth-1", B: "institution:synth-3", Verdict: graph.Unsure, By: "test", At: "2024-01-01", Reason: "to be seen"}}
	bundle := func(s *neo4jstore.Store) error { _, err := s.Bundle(t.Context(), b.Report.ID); return err }
	judgements := func(s *neo4jstore.Store) error { _, err := s.Judgements(t.Context()); return err }
	for name, c := range map[string]struct {
		prefix string
		data   []byte // in the place of the part; nil: the part is removed
		ask    func(*neo4jstore.Store) error
		says   string
	}{
		"bundle gone":          {"bundle:", nil, bundle, "is not there"},
		"bundle cut":           {"bundle:", zipped(t, b.Encode())[:40], bundle, "do not unpack"},
		"no bundle":            {"bundle:", zipped(t, []byte("{")), bundle, "cannot be read"},
		"another bundle":       {"bundle:", zipped(t, other.Encode()), bundle, "has another hash now"},
		"judgements gone":      {"judgements:", nil, judgements, "are not there"},
		"no judgements":        {"judgements:", zipped(t, []byte("[]")), judgements, "cannot be read"},
		"other judgements":     {"judgements:", zipped(t, graph.EncodeJudgements(otherwise)), judgements, "have another hash now"},
		"bundle, for a load":   {"bundle:", nil, func(s *neo4jstore.Store) error { return load(t, s, graph.Change{Withdraw: []string{b.Report.ID}}) }, "is not there"},
		"past release":         {"bundle:", nil, func(s *neo4jstore.Store) error { _, err := s.PastSnapshot(t.Context(), "2"); return err }, "is not there"},
		"quotes, for a reload": {"source:quotes:", zipped(t, []byte("{")), func(s *neo4jstore.Store) error { return load(t, s, graph.Change{Put: []graph.Bundle{quoting(b, 1)}}) }, "quotes of the text"},
	} {
		t.Run(name, func(t *testing.T) {
			s := reopen(t, cfg)
			if err := s.Clear(t.Context()); err != nil {
				t.Fatal(err)
			}
			put(t, s, quoting(b, 0))
			if _, _, err := s.Apply(t.Context(), graph.Change{Judge: judged}); err != nil {
				t.Fatal(err)
			}
			setPart(t, cfg, c.prefix, c.data)
			err := c.ask(s)
			if !errors.Is(err, neo4jstore.ErrWrittenByHand) || !contains(err, c.says) || contains(err, "<nil>") {
				t.Errorf("%v\nwant ErrWrittenByHand that tells: %s", err, c.says)
			}
		})
	}
}

func load(t *testing.T, s *neo4jstore.Store, c graph.Change) error {
	_, _, err := s.Apply(t.Context(), c)
	return err
}

// quoting is b with a quote of passage i, nine bytes as its span.
func quoting(b graph.Bundle, i int) graph.Bundle {
	b.Passages = slices.Clone(b.Passages)
	b.Passages[i].Quote = "nine long"
	return b
}

// setPart replaces the data of the parts whose name begins with prefix, or removes them.
func setPart(t *testing.T, cfg neo4jstore.Config, prefix string, data []byte) {
	t.Helper()
	statement := `MATCH (p:Part) WHERE p.of STARTS WITH $prefix SET p.data = $data RETURN count(p) AS n`
	if data == nil {
		statement = `MATCH (p:Part) WHERE p.of STARTS WITH $prefix DELETE p RETURN count(p) AS n`
	}
	result, err := neo4j.ExecuteQuery(t.Context(), driverOf(t, cfg), statement, map[string]any{"prefix": prefix, "data": data}, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil || len(result.Records) != 1 || result.Records[0].AsMap()["n"] == int64(0) {
		t.Fatalf("no part %s was changed: %v", prefix, err)
	}
}

func zipped(t *testing.T, content []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
