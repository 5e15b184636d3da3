// name: groups_that_share_and_never_meet :many
// Pairs of groups of one partnership that share institutions or themes while no session, project, commitment or cross-reference
// ties them. What they share is counted, not weighed: opportunities weigh it, with reasons for and against.
// @audience co-chair, analyst
// @topic opportunities
// @param  partnership string partnership:cmp
// @param  lang string en
// @return group_a string
// @return name_a string
// @return group_b string
// @return name_b string
// @return institutions int
// @return themes int

MATCH (p:Partnership {id: $partnership})<-[:PART_OF]-(a:WorkingGroup), (p)<-[:PART_OF]-(b:WorkingGroup)
WHERE a.id < b.id AND NOT EXISTS { MATCH (a)-[x:HOLDS|RUNS|COMMITS_TO]->()<-[y:HOLDS|RUNS|COMMITS_TO]-(b) WHERE coalesce(x.role, '') <> 'mentions' AND coalesce(y.role, '') <> 'mentions' } AND NOT EXISTS { MATCH (x)-[r:REFERS_TO]->(y) WHERE a.id IN [x.id, y.id] + coalesce(r.about, []) AND b.id IN [x.id, y.id] + coalesce(r.about, []) }
WITH a, b, COUNT { MATCH (a)<-[x:PARTICIPATES_IN]-(i:Institution)-[y:PARTICIPATES_IN]->(b) WHERE coalesce(x.role, '') <> 'mentioned' AND coalesce(y.role, '') <> 'mentioned' RETURN DISTINCT i } AS institutions,
  COUNT {
    MATCH (t:Theme) WHERE NOT coalesce(t.circumstance, false)
      AND (EXISTS { (a)-[:ADDRESSES]->(t) } OR EXISTS { MATCH (a)-[x:HOLDS|RUNS|COMMITS_TO]->()-[:ADDRESSES]->(t) WHERE coalesce(x.role, '') <> 'mentions' })
      AND (EXISTS { (b)-[:ADDRESSES]->(t) } OR EXISTS { MATCH (b)-[y:HOLDS|RUNS|COMMITS_TO]->()-[:ADDRESSES]->(t) WHERE coalesce(y.role, '') <> 'mentions' })
  } AS themes
WHERE institutions + themes > 0
RETURN a.id AS group_a, coalesce(a['name_' + $lang], a.name_en, a.name_fr, a.name_es) AS name_a, b.id AS group_b, coalesce(b['name_' + $lang], b.name_en, b.name_fr, b.name_es) AS name_b, institutions, themes
ORDER BY group_a, group_b
