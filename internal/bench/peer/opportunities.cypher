MATCH (g:WorkingGroup {status: 'active'})-[:PART_OF]->(:Partnership {id: $partnership})
WITH g ORDER BY g.id
WITH collect(g) AS groups
UNWIND groups AS a
UNWIND groups AS b
WITH groups, a, b WHERE a.id < b.id
CALL (groups, a, b) {
  MATCH (a)-[:HOLDS|RUNS|COMMITS_TO*0..1]->()-[s:ADDRESSES]->(h:Theme)<-[t:ADDRESSES]-()<-[:HOLDS|RUNS|COMMITS_TO*0..1]-(b)
  WHERE coalesce(h.circumstance, 'no') <> 'yes'
  WITH groups, h, collect(DISTINCT s.stance) AS here, collect(DISTINCT t.stance) AS there, collect(s.evidence) + collect(t.evidence) AS all
  WITH h, here, there, all, size([g IN groups WHERE EXISTS { (g)-[:HOLDS|RUNS|COMMITS_TO*0..1]->()-[:ADDRESSES]->(h) }]) AS touching, size(groups) AS of
  WHERE 2 * touching <= of
  RETURN collect({theme: h.id, name: h.name_en, here: here, there: there, groups: touching, evidence: reduce(e = [], x IN all | e + x)}) AS themes
}
CALL (a, b) {
  MATCH (a)<-[s:PARTICIPATES_IN|CO_CHAIRS]-(z:Institution)-[t:PARTICIPATES_IN|CO_CHAIRS]->(b)
  RETURN collect({institution: z.id, name: z.name_en, groups: COUNT { (z)-[:PARTICIPATES_IN|CO_CHAIRS]->(:WorkingGroup) },
    evidence: coalesce(s.evidence, []) + coalesce(t.evidence, [])}) AS partners
}
CALL (a, b) {
  MATCH (a)-[:HOLDS|RUNS|COMMITS_TO]->(x)<-[:HOLDS|RUNS|COMMITS_TO]-(b)
  RETURN collect({event: x.id, name: x.name_en, status: coalesce(x.firmness, x.status)}) AS joint
}
WITH a, b, themes, partners, joint
WHERE size(themes) + size(partners) >= 2
RETURN a.id AS group_a, b.id AS group_b, themes, partners, joint
ORDER BY size(themes) + size(partners) DESC, group_a, group_b
