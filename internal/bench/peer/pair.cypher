MATCH (a:WorkingGroup {id: $a}), (b:WorkingGroup {id: $b})
CALL (a, b) {
  MATCH (a)-[s:HOLDS|RUNS|COMMITS_TO]->(x)<-[t:HOLDS|RUNS|COMMITS_TO]-(b)
  RETURN x.kind AS what, x.id AS id, x.name_en AS name, coalesce(x.firmness, x.status) AS status, coalesce(x.start, x.due) AS day,
    CASE WHEN s.confidence < t.confidence THEN s.confidence ELSE t.confidence END AS confidence,
    COUNT { (x)<-[:HOLDS|RUNS|COMMITS_TO]-(:WorkingGroup) } AS groups, coalesce(s.evidence, []) + coalesce(t.evidence, []) AS evidence
  UNION ALL
  MATCH (a)-[r:REFERS_TO]-(b)
  RETURN 'reference' AS what, r.id AS id, r.role AS name, r.status AS status, toString(r.years[-1]) AS day, r.confidence AS confidence,
    2 AS groups, coalesce(r.evidence, []) AS evidence
  UNION ALL
  MATCH (a)<-[s:PARTICIPATES_IN|CO_CHAIRS]-(z:Institution)-[t:PARTICIPATES_IN|CO_CHAIRS]->(b)
  RETURN 'Institution' AS what, z.id AS id, z.name_en AS name, z.country AS status, null AS day, s.confidence AS confidence,
    COUNT { (z)-[:PARTICIPATES_IN|CO_CHAIRS]->(:WorkingGroup) } AS groups, coalesce(s.evidence, []) + coalesce(t.evidence, []) AS evidence
  UNION ALL
  MATCH (a)-[:HOLDS|RUNS|COMMITS_TO*0..1]->()-[s:ADDRESSES]->(h:Theme)<-[t:ADDRESSES]-()<-[:HOLDS|RUNS|COMMITS_TO*0..1]-(b)
  WITH h, collect(s.evidence) + collect(t.evidence) AS all
  RETURN 'Theme' AS what, h.id AS id, h.name_en AS name, null AS status, null AS day, 1.0 AS confidence,
    COUNT { (h)<-[:ADDRESSES]-(:WorkingGroup) } AS groups, reduce(e = [], x IN all | e + x) AS evidence
}
CALL (evidence) {
  UNWIND evidence AS passage
  MATCH (p:Passage {id: passage})
  RETURN collect(DISTINCT {id: p.id, chapter: p.chapter, line: p.line, gist: p.gist_en}) AS passages
}
RETURN what, id, name, status, day, confidence, groups, passages
ORDER BY what, id
