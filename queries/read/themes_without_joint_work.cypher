// name: themes_without_joint_work :many
// Themes that several groups touch and that no session, project or commitment of two groups addresses.
// @audience co-chair, analyst
// @topic opportunities
// @param  min_groups int 2
// @param  lang string en
// @return theme string
// @return name string
// @return groups list

MATCH (g:WorkingGroup)
CALL (g) {
  MATCH (g)-[d:ADDRESSES]->(t:Theme) RETURN t, d.evidence AS told
  UNION ALL
  MATCH (g)-[r:HOLDS|RUNS|COMMITS_TO]->()-[d:ADDRESSES]->(t:Theme) WHERE coalesce(r.role, '') <> 'mentions' RETURN t, d.evidence AS told
}
WITH t, g ORDER BY g.id
WHERE NOT coalesce(t.circumstance, false)
WITH t, collect(DISTINCT g) AS gs
WHERE size(gs) >= $min_groups AND NOT EXISTS {
  MATCH (a:WorkingGroup)-[x:HOLDS|RUNS|COMMITS_TO]->(e)<-[y:HOLDS|RUNS|COMMITS_TO]-(b:WorkingGroup)
  WHERE a <> b AND coalesce(x.role, '') <> 'mentions' AND coalesce(y.role, '') <> 'mentions' AND EXISTS { (e)-[:ADDRESSES]->(t) }
}
RETURN t.id AS theme, coalesce(t['name_' + $lang], t.name_en, t.name_fr, t.name_es) AS name, [g IN gs | coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)] AS groups
ORDER BY size(gs) DESC, theme
