MATCH (n:Passage)
RETURN properties(n) AS properties
