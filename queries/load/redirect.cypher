// query: create
// does: creates redirects
// parameters: rows
// columns: rows
UNWIND $rows AS row
CREATE (n:Redirect)
SET n = row
RETURN count(n) AS rows

// query: change
// does: replaces the properties of redirects
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (n:Redirect {old: row.old})
SET n = row
RETURN count(n) AS rows

// query: remove
// does: removes redirects
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (n:Redirect {old: id})
DETACH DELETE n
RETURN count(*) AS rows
