MATCH (g:WorkingGroup)-[:PART_OF]->(:Partnership {id: $partnership})
MATCH (x:Institution)-[s:PARTICIPATES_IN|CO_CHAIRS]->(g)<-[t:PARTICIPATES_IN|CO_CHAIRS]-(y:Institution)
WHERE x.id < y.id AND x.country <> y.country
WITH x, y, collect(DISTINCT g.id) AS groups
CALL (x, y) {
  MATCH (x)-[:INVOLVED_IN|RESPONSIBLE_FOR]->()-[:ADDRESSES]->(h:Theme)<-[:ADDRESSES]-()<-[:INVOLVED_IN|RESPONSIBLE_FOR]-(y)
  RETURN collect(DISTINCT h.id) AS themes
}
CALL (x, y) {
  MATCH (x)-[:INVOLVED_IN|RESPONSIBLE_FOR|PARTICIPATES_IN]->(e:Project|Session|Commitment)<-[:INVOLVED_IN|RESPONSIBLE_FOR|PARTICIPATES_IN]-(y)
  RETURN collect(DISTINCT e.id) AS joint
}
WITH x, y, groups, themes, joint WHERE size(groups) + size(themes) >= 2
RETURN x.id AS institution_a, x.name_en AS name_a, y.id AS institution_b, y.name_en AS name_b, groups, themes, joint
ORDER BY size(groups) + size(themes) DESC, institution_a, institution_b
