// name: crosswalk_themes :many
// What counts for each pair of a partnership's groups in the channel theme: themes that both touch, by what they address
// themselves or through what they hold, run or commit to, 1/(groups - 1) each, as of a year (0: that of its newest edition).
// @audience analyst
// @topic links
// @param  partnership string partnership:cmp
// @param  as_of int 0
// @return group_a string
// @return group_b string
// @return item string
// @return groups list
// @return weight float

// An old id leads to the partnership that it was merged into. What no edition up to the year states does not exist.
OPTIONAL MATCH (old:Redirect {old: $partnership})
MATCH (p:Partnership {id: coalesce(old.new, $partnership)})
CALL (p) {
  MATCH (r:Report {partnership: p.id})
  WITH toInteger(r.year) AS year
  WHERE $as_of = 0 OR year <= $as_of
  RETURN CASE WHEN $as_of = 0 THEN max(year) ELSE $as_of END AS as_of, min(year) AS first
}
WITH p, as_of, first WHERE first IS NOT NULL
CALL (as_of) {
  MATCH (r:Report) WHERE toInteger(r.year) <= as_of
  RETURN collect(r.id) AS known
}
MATCH (g:WorkingGroup)
WHERE any(r IN g.reports WHERE r IN known) AND (g.id STARTS WITH 'group:' + substring(p.id, size('partnership:')) + ':'
  OR EXISTS { MATCH (g)-[t:PART_OF]->(p) WHERE any(r IN t.reports WHERE r IN known) })
CALL (g, known) {
  MATCH (g)-[d:ADDRESSES]->(h:Theme)
  WHERE any(r IN d.reports WHERE r IN known) RETURN h
  UNION
  MATCH (g)-[t:HOLDS|RUNS|COMMITS_TO]->()-[d:ADDRESSES]->(h:Theme)
  WHERE coalesce(t.role, '') <> 'mentions' AND any(r IN t.reports WHERE r IN known) AND any(r IN d.reports WHERE r IN known) RETURN h
}
WITH h, g.id AS id ORDER BY id
WITH h, collect(DISTINCT id) AS groups
UNWIND groups AS a
UNWIND [b IN groups WHERE b > a] AS b
RETURN a AS group_a, b AS group_b, h.id AS item, groups, 1.0 / (size(groups) - 1) AS weight
ORDER BY group_a, group_b, weight DESC, item
