// query: create
// does: creates passages
// parameters: rows
// columns: rows
UNWIND $rows AS row
CREATE (n:Passage)
SET n = row
RETURN count(n) AS rows

// query: change
// does: replaces the properties of passages
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (n:Passage {id: row.id})
USING INDEX SEEK n:Passage(id)
SET n = row
RETURN count(n) AS rows

// query: locate
// does: finds passages by id, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH (n:Passage {id: id})
USING INDEX SEEK n:Passage(id)
RETURN elementId(n) AS at

// query: remove
// does: removes passages that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (n:Passage)
WHERE elementId(n) = id
DETACH DELETE n
RETURN count(*) AS rows

// query: quote
// does: gives passages their quotes; null takes a quote away
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (n:Passage {id: row.id})
USING INDEX SEEK n:Passage(id)
SET n.quote = row.quote
RETURN count(n) AS rows
