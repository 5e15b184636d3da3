// Generated from the graph's link types by go generate; do not edit.

// query: find
// does: reads PARTICIPATES_IN links by key
// parameters: keys
// columns: from, to, properties
UNWIND $keys AS key
MATCH (a)-[r:PARTICIPATES_IN {key: key}]->(b)
RETURN a.id AS from, b.id AS to, properties(r) AS properties

// query: create
// does: creates PARTICIPATES_IN links between entities that are there
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:PARTICIPATES_IN]->(b)
SET r = row.properties
RETURN count(r) AS rows

// query: change
// does: replaces the properties of PARTICIPATES_IN links
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH ()-[r:PARTICIPATES_IN {key: row.properties.key}]->()
SET r = row.properties
RETURN count(r) AS rows

// query: locate
// does: finds PARTICIPATES_IN links by key, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH ()-[r:PARTICIPATES_IN {key: id}]->()
RETURN elementId(r) AS at

// query: remove
// does: removes PARTICIPATES_IN links that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH ()-[r:PARTICIPATES_IN]->()
WHERE elementId(r) = id
DELETE r
RETURN count(*) AS rows
