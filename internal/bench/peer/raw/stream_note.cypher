MATCH (n:Note)
RETURN properties(n) AS properties
