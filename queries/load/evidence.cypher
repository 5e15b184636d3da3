// query: create
// does: leads entities to the passages that they rest on
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})
MATCH (p:Passage {id: row.passage})
CREATE (n)-[:EVIDENCED_BY]->(p)
RETURN count(*) AS rows

// query: remove
// does: takes entities off passages that they no longer rest on
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (:Entity {id: row.entity})-[r:EVIDENCED_BY]->(:Passage {id: row.passage})
DELETE r
RETURN count(*) AS rows
