package neo4jstore

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// What a transaction takes of the server's memory, in bytes: measured, see BenchmarkLoad (5,050 a link added, 4,400
// removed, 4,100 for an entity, passage or evidence), rounded up.
const (
	addedLinkMemory = 5300
	rowMemory       = 4500 // any other row that is added, changed or removed
)

// memory estimates what writing the delta takes of a transaction's memory.
func (p *plan) memory() int {
	came, went := p.evidence()
	rows := len(came) + len(went)
	for _, g := range []*graph.Graph{&p.delta.Added, p.changed(), &p.delta.Removed} {
		rows += len(g.Entities) + len(g.Passages) + len(g.Notes) + len(g.Redirects)
	}
	rows += len(p.changed().Links) + len(p.delta.Removed.Links)
	return addedLinkMemory*len(p.delta.Added.Links) + rowMemory*rows
}

// fits refuses a load that the server would break off for want of memory, before anything is written.
func (p *plan) fits(ctx context.Context, s *Store) error {
	limit, setting := s.memoryLimit(ctx)
	if limit == 0 {
		return nil
	}
	if need := p.memory(); need > limit {
		return graph.Problems{{Path: "$", Rule: "transaction-memory", Message: fmt.Sprintf(
			"the load needs about %d MB of transaction memory and %s allows %d MB: raise it, or load fewer reports at once", mb(need), setting, mb(limit))}}
	}
	return nil
}

func mb(bytes int) int { return (bytes + 1<<20 - 1) >> 20 }

// memoryLimit is the smaller of the server's two limits and its name; 0 where there is none, or where the server does not
// tell this user. It asks in a transaction of its own: one in which a statement was refused is lost.
func (s *Store) memoryLimit(ctx context.Context) (limit int, setting string) {
	if s.cfg.TransactionMemory != 0 {
		return max(s.cfg.TransactionMemory, 0), "the configuration"
	}
	err := s.read(ctx, queryMemory.Name(), func(tx runner) error {
		limit, setting = 0, ""
		return each(ctx, tx, queryMemory, nil, func(row record) error {
			if n := parseMemory(row.text("value")); n > 0 && (limit == 0 || n < limit) {
				limit, setting = n, row.text("name")
			}
			return nil
		})
	})
	if err != nil {
		return 0, ""
	}
	return limit, setting
}

// parseMemory reads a size as the server prints it, 512.00MiB for instance; 0 for no limit and for what it cannot read.
func parseMemory(s string) int {
	for unit, size := range map[string]float64{"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40, "B": 1} {
		digits, ok := strings.CutSuffix(s, unit)
		if n, err := strconv.ParseFloat(digits, 64); ok && err == nil {
			return int(n * size)
		}
	}
	return 0
}
