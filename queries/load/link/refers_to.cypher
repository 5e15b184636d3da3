// Generated from the graph's link types by go generate; do not edit.

// query: find
// does: reads REFERS_TO links by key
// parameters: keys
// columns: from, to, properties
UNWIND $keys AS key
MATCH (a)-[r:REFERS_TO {key: key}]->(b)
USING INDEX SEEK r:REFERS_TO(key)
RETURN a.id AS from, b.id AS to, properties(r) AS properties

// query: create
// does: creates REFERS_TO links between entities that are there
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
CREATE (a)-[r:REFERS_TO]->(b)
SET r = row.properties
RETURN count(r) AS rows

// query: change
// does: replaces the properties of REFERS_TO links
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH ()-[r:REFERS_TO {key: row.properties.key}]->()
USING INDEX SEEK r:REFERS_TO(key)
SET r = row.properties
RETURN count(r) AS rows

// query: locate
// does: finds REFERS_TO links by key, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH ()-[r:REFERS_TO {key: id}]->()
USING INDEX SEEK r:REFERS_TO(key)
RETURN elementId(r) AS at

// query: remove
// does: removes REFERS_TO links that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH ()-[r:REFERS_TO]->()
WHERE elementId(r) = id
DELETE r
RETURN count(*) AS rows
