// Package localneo4j runs a private, real Neo4j Community server on a machine without Docker: its jars come once
// from Maven Central into the user's cache folder, the server runs as a child of this process on free ports of
// 127.0.0.1 with a password of its own, and it ends with this process, also when that is killed.
//
// It needs Java 17 or 21 and, for the first fetch alone, Maven. The package uses the standard library and a file
// lock; it speaks to the server by HTTP, so that the Bolt driver stays with graph/neo4jstore.
package localneo4j

// Version is the release of Neo4j that pom.xml names: 5.26 is the long-term line and the last that runs on Java 17.
const Version = "5.26.30"

// Database is the name of the one database that Neo4j Community keeps beside its own.
const Database = "neo4j"
