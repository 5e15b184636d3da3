package neo4jstore

import (
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// The queries that the store sends, by what they do.
var (
	queryLock          = queries.Named("load/store.lock")
	querySchema        = queries.Named("load/store.schema")
	querySetSchema     = queries.Named("load/store.set_schema")
	queryAwaitIndexes  = queries.Named("load/store.await_indexes")
	queryMemory        = queries.Named("load/store.transaction_memory")
	queryCounts        = queries.Named("load/store.counts")
	queryForeignLabels = queries.Named("load/store.foreign_labels")
	queryClearLinks    = queries.Named("load/store.clear_links")
	queryClear         = queries.Named("load/store.clear")
	queryQuotes        = queries.Named("load/store.quotes")
	queryCountQuotes   = queries.Named("load/store.count_quotes")

	queryReleaseCreate  = queries.Named("load/release.create")
	queryReleaseCurrent = queries.Named("load/release.current")
	queryReleaseList    = queries.Named("load/release.list")
	queryReleaseByLoad  = queries.Named("load/release.by_load")
	queryReleaseFollow  = queries.Named("load/release.follow")

	queryEntityFind      = queries.Named("load/entity.find")
	queryEvidenceCreate  = queries.Named("load/evidence.create")
	queryEvidenceRemove  = queries.Named("load/evidence.remove")
	queryPassageQuote    = queries.Named("load/passage.quote")
	queryBundleRecords   = queries.Named("load/bundle.records")
	queryBundleHashes    = queries.Named("load/bundle.hashes")
	queryBundleCreate    = queries.Named("load/bundle.create")
	querySourceCreate    = queries.Named("load/source.create")
	queryJudgementCreate = queries.Named("load/judgement.create")
	queryPartCreate      = queries.Named("load/part.create")
	queryPartRead        = queries.Named("load/part.read")
	queryPartRemove      = queries.Named("load/part.remove")
)

// linkQuery is the query of that name (create, change, remove, find) for links of type t.
func linkQuery(t graph.LinkType, name string) queries.Query {
	return queries.Named("load/link/" + strings.ToLower(string(t)) + "." + name)
}

// linkPage is the query that reads links of type t by key.
func linkPage(t graph.LinkType) queries.Query {
	return queries.Named("snapshot/link/" + strings.ToLower(string(t)) + ".page")
}

// kindQuery is the query that creates entities of kind k.
func kindQuery(k graph.Kind) queries.Query {
	name := ""
	for i, r := range string(k) {
		if i > 0 && r >= 'A' && r <= 'Z' {
			name += "_"
		}
		name += strings.ToLower(string(r))
	}
	return queries.Named("load/entity/" + name + ".create")
}
