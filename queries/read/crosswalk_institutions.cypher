// name: crosswalk_institutions :many
// What counts for each pair of a partnership's groups in the channel institution: bodies that take part in both, or whose
// parts do, 1/(groups - 1) each. Of a body and its part only the part counts where it is itself shared; the partnership's coordinating
// bodies, the national governments above them and bodies known only by description never do.
// @param  partnership string partnership:cmp
// @return group_a string
// @return group_b string
// @return item string
// @return groups list
// @return weight float

// Editions of other partnerships that are newer are not taken away. Governments are looked for up to thirty-two levels above a
// coordinating body, since a parent of record is a property and no relationship that a path could follow.
MATCH (p:Partnership {id: $partnership})
CALL (p) {
  MATCH (n:WorkingGroup)
  WHERE n.id STARTS WITH 'group:' + substring(p.id, size('partnership:')) + ':' OR EXISTS { (n)-[:PART_OF]->(p) }
  RETURN collect(n) AS groups
}

// Bodies that never count.
CALL (p) {
  MATCH (who)-[c:CO_CHAIRS]->(p)
  WHERE coalesce(c.status, '') <> 'former'
  OPTIONAL MATCH (who)-[:AFFILIATED_WITH]->(home:Institution)
  RETURN collect(DISTINCT CASE WHEN who:Institution THEN who.id ELSE home.id END) AS coordinators
}
CALL () {
  MATCH (z:Institution)
  OPTIONAL MATCH (z)-[:PART_OF]->(stated:Institution)
  WITH z, collect(stated.id) AS ups
  UNWIND ups + CASE WHEN z.parent_of_record IS NULL THEN [] ELSE [z.parent_of_record] END AS up
  RETURN collect([z.id, up]) AS steps
}
WITH groups, coordinators, reduce(above = coordinators, level IN range(1, 32) | above + [s IN steps WHERE s[0] IN above AND NOT s[1] IN above | s[1]]) AS above
CALL (coordinators, above) {
  MATCH (z:Institution)
  WHERE z.id IN coordinators OR z.named = false OR z.type = 'government' AND z.id IN above
  RETURN collect(z.id) AS excluded
}

// Who takes part in which group.
UNWIND groups AS g
CALL (g) {
  MATCH (z:Institution)-[c:CO_CHAIRS]->(g) WHERE coalesce(c.status, '') <> 'former' RETURN z
  UNION
  MATCH (z:Institution)<-[:AFFILIATED_WITH]-(:Person)-[c:CO_CHAIRS]->(g) WHERE coalesce(c.status, '') <> 'former' RETURN z
  UNION
  MATCH (z:Institution)-[t:PARTICIPATES_IN]->(g) WHERE coalesce(t.role, '') <> 'mentioned' RETURN z
  UNION
  MATCH (z:Institution)-[t:PARTICIPATES_IN]->(s:Session)<-[:HOLDS]-(g)
  WHERE coalesce(t.role, '') <> 'mentioned' AND COUNT { ()-[:HOLDS]->(s) } = 1 RETURN z
  UNION
  MATCH (z:Institution)-[:INVOLVED_IN]->(:Project)<-[t:RUNS]-(g) WHERE coalesce(t.role, '') <> 'mentions' RETURN z
  UNION
  MATCH (z:Institution)-[:RESPONSIBLE_FOR]->(:Commitment)<-[:COMMITS_TO]-(g) RETURN z
}
MATCH (z)-[:PART_OF*0..]->(body:Institution)
WHERE NOT body.id IN excluded
WITH body, g.id AS id ORDER BY id
WITH body, collect(DISTINCT id) AS groups
WHERE size(groups) >= 2
WITH collect({id: body.id, groups: groups, parts: COLLECT { MATCH (part:Institution)-[:PART_OF*1..]->(body) WHERE part <> body RETURN DISTINCT part.id }}) AS bodies

UNWIND bodies AS z
UNWIND z.groups AS a
UNWIND [b IN z.groups WHERE b > a] AS b
WITH z, a, b, bodies
WHERE none(part IN bodies WHERE part.id IN z.parts AND a IN part.groups AND b IN part.groups)
RETURN a AS group_a, b AS group_b, z.id AS item, z.groups AS groups, 1.0 / (size(z.groups) - 1) AS weight
ORDER BY group_a, group_b, weight DESC, item
