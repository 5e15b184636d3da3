MATCH (g:WorkingGroup {status: 'active'})-[:PART_OF]->(:Partnership {id: $partnership})
WITH g ORDER BY g.id
WITH collect(g) AS groups
UNWIND groups AS a
UNWIND groups AS b
UNWIND groups AS c
WITH groups, a, b, c WHERE a.id < b.id AND b.id < c.id
CALL (groups, a, b, c) {
  MATCH (a)-[:HOLDS|RUNS|COMMITS_TO*0..1]->()-[s:ADDRESSES]->(h:Theme)
  WHERE coalesce(h.circumstance, 'no') <> 'yes'
  WITH groups, b, c, h, collect(s.evidence) AS all
  MATCH (b)-[:HOLDS|RUNS|COMMITS_TO*0..1]->()-[t:ADDRESSES]->(h)
  WITH groups, c, h, all, collect(t.evidence) AS more
  WITH groups, c, h, all + more AS all
  MATCH (c)-[:HOLDS|RUNS|COMMITS_TO*0..1]->()-[u:ADDRESSES]->(h)
  WITH groups, h, all, collect(u.evidence) AS more
  WITH groups, h, all + more AS all
  RETURN collect({theme: h.id, name: h.name_en, evidence: reduce(e = [], x IN all | e + x)}) AS themes
}
CALL (a, b, c) {
  MATCH (z:Institution)
  WHERE EXISTS { (z)-[:PARTICIPATES_IN|CO_CHAIRS]->(a) } AND EXISTS { (z)-[:PARTICIPATES_IN|CO_CHAIRS]->(b) }
    AND EXISTS { (z)-[:PARTICIPATES_IN|CO_CHAIRS]->(c) }
  RETURN collect({institution: z.id, name: z.name_en}) AS partners
}
CALL (a, b, c) {
  MATCH (a)-[:HOLDS|RUNS|COMMITS_TO]->(x)<-[:HOLDS|RUNS|COMMITS_TO]-(b)
  WHERE EXISTS { (c)-[:HOLDS|RUNS|COMMITS_TO]->(x) }
  RETURN collect({event: x.id, name: x.name_en, status: coalesce(x.firmness, x.status)}) AS joint
}
WITH a, b, c, themes, partners, joint
WHERE size(themes) + size(partners) >= 2
RETURN a.id AS group_a, b.id AS group_b, c.id AS group_c, themes, partners, joint
ORDER BY size(themes) + size(partners) DESC, group_a, group_b, group_c
