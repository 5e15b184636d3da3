// Generated from the graph's link types by go generate; do not edit.

// query: find
// does: reads CO_CHAIRS links by key
// parameters: keys
// columns: from, to, properties
UNWIND $keys AS key
MATCH (a)-[r:CO_CHAIRS {key: key}]->(b)
USING INDEX SEEK r:CO_CHAIRS(key)
RETURN a.id AS from, b.id AS to, properties(r) AS properties

// query: create
// does: creates CO_CHAIRS links between entities that are there
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
CREATE (a)-[r:CO_CHAIRS]->(b)
SET r = row.properties
RETURN count(r) AS rows

// query: change
// does: replaces the properties of CO_CHAIRS links
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH ()-[r:CO_CHAIRS {key: row.properties.key}]->()
USING INDEX SEEK r:CO_CHAIRS(key)
SET r = row.properties
RETURN count(r) AS rows

// query: locate
// does: finds CO_CHAIRS links by key, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH ()-[r:CO_CHAIRS {key: id}]->()
USING INDEX SEEK r:CO_CHAIRS(key)
RETURN elementId(r) AS at

// query: remove
// does: removes CO_CHAIRS links that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH ()-[r:CO_CHAIRS]->()
WHERE elementId(r) = id
DELETE r
RETURN count(*) AS rows
