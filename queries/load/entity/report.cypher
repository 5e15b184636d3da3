// Generated from the graph's kinds by go generate; do not edit.

// query: create
// does: creates entities of kind Report
// parameters: rows
// columns: rows
UNWIND $rows AS row
CREATE (n:Entity:Report)
SET n = row
RETURN count(n) AS rows
