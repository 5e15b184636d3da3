// Generated from the graph's kinds by go generate; do not edit.

// query: create
// does: creates entities of kind Partnership
// parameters: rows
// columns: rows
UNWIND $rows AS row
CREATE (n:Entity:Partnership)
SET n = row
RETURN count(n) AS rows
