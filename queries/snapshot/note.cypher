// query: page
// does: reads the next rows by id, after one id
// parameters: after, limit
// columns: properties
MATCH (n:Note)
WHERE n.id > $after
RETURN properties(n) AS properties
ORDER BY n.id
LIMIT $limit
