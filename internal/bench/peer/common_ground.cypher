MATCH (g:WorkingGroup {status: 'active'})-[:PART_OF]->(:Partnership {id: $partnership})
WITH collect(g) AS groups
UNWIND groups AS g
MATCH (g)-[:HOLDS|RUNS|COMMITS_TO*0..1]->(x)-[r:ADDRESSES]->(h:Theme)
WHERE coalesce(h.circumstance, 'no') <> 'yes'
WITH groups, h, collect(DISTINCT {id: g.id, name: g.name_en}) AS touching, collect(DISTINCT x) AS through, collect(r.evidence) AS all
WHERE 2 * size(touching) > size(groups)
  AND none(x IN through WHERE NOT x:WorkingGroup AND COUNT { (x)<-[:HOLDS|RUNS|COMMITS_TO]-(:WorkingGroup) } >= 2)
RETURN h.id AS theme, h.name_en AS name, touching AS groups, size(groups) AS of, reduce(e = [], x IN all | e + x) AS passages
ORDER BY size(touching) DESC, theme
