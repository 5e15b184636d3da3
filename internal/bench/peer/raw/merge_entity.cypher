UNWIND $rows AS row
MERGE (n:Entity {id: row.id})
SET n:{{name}}
SET n = row
