// query: create
// does: leads entities to the passages that they rest on
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})
USING INDEX SEEK n:Entity(id)
MATCH (p:Passage {id: row.passage})
USING INDEX SEEK p:Passage(id)
CREATE (n)-[:EVIDENCED_BY]->(p)
RETURN count(*) AS rows

// query: remove
// does: takes entities off passages that they no longer rest on
// parameters: rows
// columns: rows
UNWIND $rows AS row
MATCH (n:Entity {id: row.entity})
USING INDEX SEEK n:Entity(id)
MATCH (p:Passage {id: row.passage})
USING INDEX SEEK p:Passage(id)
WITH n, p
MATCH (n)-[r:EVIDENCED_BY]->(p)
DELETE r
RETURN count(*) AS rows
