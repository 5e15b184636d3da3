// Generated from the graph's kinds by go generate; do not edit.

// query: create
// does: creates entities of kind Institution
// parameters: rows
// columns: rows
UNWIND $rows AS row
CREATE (n:Entity:Institution)
SET n = row
RETURN count(n) AS rows
