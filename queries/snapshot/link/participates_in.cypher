// Generated from the graph's link types by go generate; do not edit.

// query: page
// does: reads the next PARTICIPATES_IN links by key, after one key
// parameters: after, limit
// columns: from, to, properties
MATCH (a)-[r:PARTICIPATES_IN]->(b)
WHERE r.key > $after
RETURN a.id AS from, b.id AS to, properties(r) AS properties
ORDER BY r.key
LIMIT $limit
