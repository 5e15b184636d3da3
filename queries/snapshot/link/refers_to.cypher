// Generated from the graph's link types by go generate; do not edit.

// query: page
// does: reads the next REFERS_TO links by key, after one key
// parameters: after, limit
// columns: from, to, properties
MATCH (a)-[r:REFERS_TO]->(b)
WHERE r.key > $after
RETURN a.id AS from, b.id AS to, properties(r) AS properties
ORDER BY r.key
LIMIT $limit
