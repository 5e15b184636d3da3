UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:{{name}} {key: row.properties.key}]->(b)
SET r = row.properties
