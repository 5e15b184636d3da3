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
USING INDEX SEEK n:Redirect(old)
SET n = row
RETURN count(n) AS rows

// query: locate
// does: finds redirects by old, for removal
// parameters: ids
// columns: at
UNWIND $ids AS id
MATCH (n:Redirect {old: id})
USING INDEX SEEK n:Redirect(old)
RETURN elementId(n) AS at

// query: remove
// does: removes redirects that were located
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (n:Redirect)
WHERE elementId(n) = id
DETACH DELETE n
RETURN count(*) AS rows
