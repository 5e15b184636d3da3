// name: themes_by_groups :many
// Themes with the groups that touch them, in a chapter or in a session, project or commitment of theirs; those of most groups
// first.
// @audience co-chair, analyst, dashboard
// @topic themes
// @param  min_groups int 1
// @param  lang string en
// @return theme string
// @return name string
// @return groups list
// @return projects int
// @return sessions int
// @return commitments int

MATCH (g:WorkingGroup)
CALL (g) {
  MATCH (g)-[d:ADDRESSES]->(t:Theme) RETURN t, d.evidence AS told
  UNION ALL
  MATCH (g)-[r:HOLDS|RUNS|COMMITS_TO]->()-[d:ADDRESSES]->(t:Theme) WHERE coalesce(r.role, '') <> 'mentions' RETURN t, d.evidence AS told
}
WITH t, g ORDER BY g.id
WITH t, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
WHERE size(groups) >= $min_groups
RETURN t.id AS theme, coalesce(t['name_' + $lang], t.name_en, t.name_fr, t.name_es) AS name, groups, COUNT { (:Project)-[:ADDRESSES]->(t) } AS projects, COUNT { (:Session)-[:ADDRESSES]->(t) } AS sessions,
  COUNT { (:Commitment)-[:ADDRESSES]->(t) } AS commitments
ORDER BY size(groups) DESC, theme
