// query: create
// does: creates notes
// parameters: rows
// columns: rows
UNWIND $rows AS row
CREATE (n:Note)
SET n = row
RETURN count(n) AS rows

// query: change
// does: replaces the properties of notes
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (n:Note {id: row.id})
USING INDEX SEEK n:Note(id)
SET n = row
RETURN count(n) AS rows

// query: locate
// does: finds notes by id, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH (n:Note {id: id})
USING INDEX SEEK n:Note(id)
RETURN elementId(n) AS at

// query: remove
// does: removes notes that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (n:Note)
WHERE elementId(n) = id
DETACH DELETE n
RETURN count(*) AS rows
