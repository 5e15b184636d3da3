// Package queries holds the Cypher that Crosswalk sends to Neo4j, as text files: schema (numbered migrations), load
// (what a load writes), snapshot (what a reader streams), read (what analysts ask). No Cypher stands in Go strings;
// values reach it as parameters only.
//
// A file under read holds one query under a strict header with typed parameters and columns (see parseRead): read/NAME is
// its full name. A file elsewhere holds one or more queries. Each begins with a header of comment lines and goes on to the next header:
//
//	// query: change
//	// does: replaces the properties of entities
//	// parameters: rows
//	// columns: rows
//	UNWIND $rows AS row …
//
// A query's full name is its file without the ending, a dot and its own name: load/entity.change. The files under
// load/entity, load/link and snapshot/link are generated from the graph's kinds and link types; see generate.
//
// The package imports only the standard library.
package queries

//go:generate go run ./generate
