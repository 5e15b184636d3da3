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
SET n = row
RETURN count(n) AS rows

// query: remove
// does: removes notes
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (n:Note {id: id})
DETACH DELETE n
RETURN count(*) AS rows
