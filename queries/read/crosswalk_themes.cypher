// name: crosswalk_themes :many
// What counts for each pair of a partnership's groups in the channel theme: themes that both touch, by what they address
// themselves or through what they hold, run or commit to, 1/(groups - 1) each.
// @param  partnership string partnership:cmp
// @return group_a string
// @return group_b string
// @return item string
// @return groups list
// @return weight float

// Editions of other partnerships that are newer are not taken away: what they say of a thing that both tell is seen.
MATCH (p:Partnership {id: $partnership})
MATCH (g:WorkingGroup)
WHERE g.id STARTS WITH 'group:' + substring(p.id, size('partnership:')) + ':' OR EXISTS { (g)-[:PART_OF]->(p) }
CALL (g) {
  MATCH (g)-[:ADDRESSES]->(h:Theme) RETURN h
  UNION
  MATCH (g)-[t:HOLDS|RUNS|COMMITS_TO]->()-[:ADDRESSES]->(h:Theme) WHERE coalesce(t.role, '') <> 'mentions' RETURN h
}
WITH h, g.id AS id ORDER BY id
WITH h, collect(DISTINCT id) AS groups
UNWIND groups AS a
UNWIND [b IN groups WHERE b > a] AS b
RETURN a AS group_a, b AS group_b, h.id AS item, groups, 1.0 / (size(groups) - 1) AS weight
ORDER BY group_a, group_b, weight DESC, item
