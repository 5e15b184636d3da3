MATCH (x:Institution {id: $id})-[:PARTICIPATES_IN|CO_CHAIRS]->(g:WorkingGroup)<-[:PARTICIPATES_IN|CO_CHAIRS]-(y:Institution)
WHERE x.country <> y.country
WITH y, collect(DISTINCT g) AS groups
WITH y, groups, reduce(sum = 0.0, g IN groups | sum + 1.0 / (COUNT { (g)<-[:PARTICIPATES_IN|CO_CHAIRS]-(:Institution) } - 1)) AS weight
RETURN y.id AS id, y.name_en AS name, [g IN groups | g.id] AS groups, weight
ORDER BY weight DESC, id
LIMIT 20
