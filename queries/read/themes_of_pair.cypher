// name: themes_of_pair :many
// Themes that both of two groups touch, in a chapter or in a session, project or commitment of theirs, each with the passages on
// either side.
// @audience co-chair, analyst
// @topic themes
// @param  group_a string group:cmp:energy
// @param  group_b string group:cmp:forestry
// @param  lang string en
// @return theme string
// @return name string
// @return circumstance bool
// @return told_in_a list
// @return told_in_b list

OPTIONAL MATCH (old_a:Redirect {old: $group_a})
OPTIONAL MATCH (old_b:Redirect {old: $group_b})
MATCH (a:WorkingGroup {id: coalesce(old_a.new, $group_a)})
MATCH (b:WorkingGroup {id: coalesce(old_b.new, $group_b)})
UNWIND [a, b] AS g
CALL (g) {
  MATCH (g)-[d:ADDRESSES]->(t:Theme) RETURN t, d.evidence AS told
  UNION ALL
  MATCH (g)-[r:HOLDS|RUNS|COMMITS_TO]->()-[d:ADDRESSES]->(t:Theme) WHERE coalesce(r.role, '') <> 'mentions' RETURN t, d.evidence AS told
}
UNWIND told AS passage
WITH a, b, t, g, passage ORDER BY passage
WITH a, b, t, collect(DISTINCT CASE WHEN g = a THEN passage END) AS told_in_a, collect(DISTINCT CASE WHEN g = b THEN passage END) AS told_in_b
WHERE size(told_in_a) > 0 AND size(told_in_b) > 0
RETURN t.id AS theme, coalesce(t['name_' + $lang], t.name_en, t.name_fr, t.name_es) AS name, coalesce(t.circumstance, false) AS circumstance, told_in_a, told_in_b
ORDER BY theme
