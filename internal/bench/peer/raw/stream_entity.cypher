MATCH (n:Entity)
RETURN properties(n) AS properties
