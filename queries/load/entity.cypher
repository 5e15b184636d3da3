// query: find
// does: reads entities by id
// parameters: ids
// columns: properties
UNWIND $ids AS id
MATCH (n:Entity {id: id})
USING INDEX SEEK n:Entity(id)
RETURN properties(n) AS properties

// query: change
// does: replaces the properties of entities
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
USING INDEX SEEK n:Entity(id)
SET n = row
RETURN count(n) AS rows

// query: locate
// does: finds entities by id, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH (n:Entity {id: id})
USING INDEX SEEK n:Entity(id)
RETURN elementId(n) AS at

// query: remove
// does: removes entities with what leads to their passages that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (n:Entity)
WHERE elementId(n) = id
DETACH DELETE n
RETURN count(*) AS rows
