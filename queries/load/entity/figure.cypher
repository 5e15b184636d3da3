// Generated from the graph's kinds by go generate; do not edit.

// query: create
// does: creates entities of kind Figure
// parameters: rows
// columns: rows
UNWIND $rows AS row
CREATE (n:Entity:Figure)
SET n = row
RETURN count(n) AS rows
