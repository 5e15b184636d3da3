// Generated from the graph's link types by go generate; do not edit.

// query: find
// does: reads SUCCEEDED_BY links by key
// parameters: keys
// columns: from, to, properties
UNWIND $keys AS key
MATCH (a)-[r:SUCCEEDED_BY {key: key}]->(b)
USING INDEX SEEK r:SUCCEEDED_BY(key)
RETURN a.id AS from, b.id AS to, properties(r) AS properties

// query: create
// does: creates SUCCEEDED_BY links between entities that are there
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
CREATE (a)-[r:SUCCEEDED_BY]->(b)
SET r = row.properties
RETURN count(r) AS rows

// query: change
// does: replaces the properties of SUCCEEDED_BY links
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH ()-[r:SUCCEEDED_BY {key: row.properties.key}]->()
USING INDEX SEEK r:SUCCEEDED_BY(key)
SET r = row.properties
RETURN count(r) AS rows

// query: locate
// does: finds SUCCEEDED_BY links by key, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH ()-[r:SUCCEEDED_BY {key: id}]->()
USING INDEX SEEK r:SUCCEEDED_BY(key)
RETURN elementId(r) AS at

// query: remove
// does: removes SUCCEEDED_BY links that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH ()-[r:SUCCEEDED_BY]->()
WHERE elementId(r) = id
DELETE r
RETURN count(*) AS rows
