MATCH (g:WorkingGroup)-[:PART_OF]->(:Partnership {id: $partnership})
CALL (g) {
  MATCH (z:Institution)-[r:PARTICIPATES_IN|CO_CHAIRS]->(g) RETURN z, r.evidence AS evidence
  UNION ALL
  MATCH (z:Institution)-[r:INVOLVED_IN]->(:Project)<-[:RUNS]-(g) RETURN z, r.evidence AS evidence
  UNION ALL
  MATCH (z:Institution)-[r:RESPONSIBLE_FOR]->(:Commitment)<-[:COMMITS_TO]-(g) RETURN z, r.evidence AS evidence
}
WITH z, collect(DISTINCT {id: g.id, name: g.name_en}) AS groups, collect(evidence) AS all
WHERE size(groups) >= 2 AND coalesce(z.named, 'yes') <> 'no'
RETURN z.id AS id, z.name_en AS name, z.country AS country, z.type AS type, groups, reduce(e = [], x IN all | e + x) AS passages
ORDER BY name, id
