UNWIND $rows AS row
MERGE (n:Passage {id: row.id})
SET n = row
