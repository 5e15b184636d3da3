// Package neo4jstore keeps the graph in Neo4j (Community or Enterprise 5, Aura, a cluster): the merged graph as
// labelled nodes and typed relationships, beside it every loaded bundle as it came, and a chain of releases.
//
// A load is one transaction that holds the difference alone; loaders queue at the write lock of one node. A snapshot is
// read in pages and counts only when the release did not move meanwhile and the digest fits, so that a reader sees the
// graph before or after a load, never between, and what somebody wrote by hand is noticed.
//
// It is the only package that imports the Neo4j driver. All Cypher stands in package queries.
package neo4jstore
