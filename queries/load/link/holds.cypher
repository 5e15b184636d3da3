// Generated from the graph's link types by go generate; do not edit.

// query: find
// does: reads HOLDS links by key
// parameters: keys
// columns: from, to, properties
UNWIND $keys AS key
MATCH (a)-[r:HOLDS {key: key}]->(b)
USING INDEX SEEK r:HOLDS(key)
RETURN a.id AS from, b.id AS to, properties(r) AS properties

// query: create
// does: creates HOLDS links between entities that are there
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
CREATE (a)-[r:HOLDS]->(b)
SET r = row.properties
RETURN count(r) AS rows

// query: change
// does: replaces the properties of HOLDS links
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH ()-[r:HOLDS {key: row.properties.key}]->()
USING INDEX SEEK r:HOLDS(key)
SET r = row.properties
RETURN count(r) AS rows

// query: locate
// does: finds HOLDS links by key, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH ()-[r:HOLDS {key: id}]->()
USING INDEX SEEK r:HOLDS(key)
RETURN elementId(r) AS at

// query: remove
// does: removes HOLDS links that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH ()-[r:HOLDS]->()
WHERE elementId(r) = id
DELETE r
RETURN count(*) AS rows
