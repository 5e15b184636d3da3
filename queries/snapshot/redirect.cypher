// query: page
// does: reads the next rows by old, after one old
// parameters: after, limit
// columns: properties
MATCH (n:Redirect)
WHERE n.old > $after
RETURN properties(n) AS properties
ORDER BY n.old
LIMIT $limit
