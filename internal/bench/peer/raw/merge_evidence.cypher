UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
UNWIND row.evidence AS passage
MATCH (p:Passage {id: passage})
MERGE (n)-[:EVIDENCED_BY]->(p)
