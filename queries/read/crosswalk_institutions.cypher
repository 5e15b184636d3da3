// name: crosswalk_institutions :many
// What counts for each pair of a partnership's groups in the channel institution: bodies that take part in both, or whose
// parts do, 1/(groups - 1) each. Of a body and its part only the part counts where it is itself shared; the partnership's coordinating
// bodies, the national governments above them and bodies known only by description never do. As of a year (0: that of the
// newest edition).
// @audience analyst
// @topic links
// @param  partnership string partnership:cmp
// @param  as_of int 0
// @return group_a string
// @return group_b string
// @return item string
// @return groups list
// @return weight float

// An old id leads to the partnership that it was merged into. What no edition up to the year states does not exist: known are the
// reports up to it, and of what several reports say (said_type and its like, beside reports) the last known one counts.
// Governments are looked for up to thirty-two levels above a coordinating body, since a parent of record is a property and no
// relationship that a path could follow.
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
CALL (p, known) {
  MATCH (n:WorkingGroup)
  WHERE any(r IN n.reports WHERE r IN known) AND (n.id STARTS WITH 'group:' + substring(p.id, size('partnership:')) + ':'
    OR EXISTS { MATCH (n)-[t:PART_OF]->(p) WHERE any(r IN t.reports WHERE r IN known) })
  RETURN collect(n) AS groups
}

// Bodies that never count.
CALL (p, known) {
  MATCH (who)-[c:CO_CHAIRS]->(p)
  WHERE any(r IN c.reports WHERE r IN known) AND coalesce(CASE WHEN c.said_status IS NULL THEN c.status ELSE head([s IN reverse(c.said_status[..size([r IN c.reports WHERE r IN known])]) WHERE s <> '']) END, '') <> 'former'
  OPTIONAL MATCH (who)-[t:AFFILIATED_WITH]->(home:Institution) WHERE any(r IN t.reports WHERE r IN known)
  RETURN collect(DISTINCT CASE WHEN who:Institution THEN who.id ELSE home.id END) AS coordinators
}
CALL (known) {
  MATCH (z:Institution)
  WHERE any(r IN z.reports WHERE r IN known)
  OPTIONAL MATCH (z)-[t:PART_OF]->(stated:Institution) WHERE any(r IN t.reports WHERE r IN known)
  WITH known, z, collect(stated.id) AS ups
  WITH z, ups, CASE WHEN z.said_parent_of_record IS NULL THEN z.parent_of_record ELSE head([s IN reverse(z.said_parent_of_record[..size([r IN z.reports WHERE r IN known])]) WHERE s <> '']) END AS recorded
  UNWIND ups + CASE WHEN recorded IS NULL THEN [] ELSE [recorded] END AS up
  RETURN collect([z.id, up]) AS steps
}
WITH known, groups, coordinators, reduce(above = coordinators, level IN range(1, 32) | above + [s IN steps WHERE s[0] IN above AND NOT s[1] IN above | s[1]]) AS above
CALL (coordinators, above, known) {
  MATCH (z:Institution)
  WITH *, CASE WHEN z.said_type IS NULL THEN z.type ELSE head([s IN reverse(z.said_type[..size([r IN z.reports WHERE r IN known])]) WHERE s <> '']) END AS type,
    CASE WHEN z.said_named IS NULL THEN z.named ELSE head([s IN reverse(z.said_named[..size([r IN z.reports WHERE r IN known])]) WHERE s <> '']) <> 'false' END AS named
  WHERE z.id IN coordinators OR named = false OR type = 'government' AND z.id IN above
  RETURN collect(z.id) AS excluded
}

// Who takes part in which group.
UNWIND groups AS g
CALL (g, known) {
  MATCH (g)<-[c:CO_CHAIRS]-(who)
  WHERE any(r IN c.reports WHERE r IN known) AND coalesce(CASE WHEN c.said_status IS NULL THEN c.status ELSE head([s IN reverse(c.said_status[..size([r IN c.reports WHERE r IN known])]) WHERE s <> '']) END, '') <> 'former'
  OPTIONAL MATCH (who)-[t:AFFILIATED_WITH]->(home:Institution) WHERE any(r IN t.reports WHERE r IN known)
  WITH CASE WHEN who:Institution THEN who ELSE home END AS z
  WHERE z IS NOT NULL RETURN z
  UNION
  MATCH (z:Institution)-[t:PARTICIPATES_IN]->(g)
  WHERE coalesce(t.role, '') <> 'mentioned' AND any(r IN t.reports WHERE r IN known) RETURN z
  UNION
  MATCH (z:Institution)-[t:PARTICIPATES_IN]->(s:Session)<-[h:HOLDS]-(g)
  WHERE coalesce(t.role, '') <> 'mentioned' AND any(r IN t.reports WHERE r IN known) AND any(r IN h.reports WHERE r IN known)
    AND COUNT { MATCH ()-[o:HOLDS]->(s) WHERE any(r IN o.reports WHERE r IN known) } = 1 RETURN z
  UNION
  MATCH (z:Institution)-[i:INVOLVED_IN]->(:Project)<-[t:RUNS]-(g)
  WHERE coalesce(t.role, '') <> 'mentions' AND any(r IN i.reports WHERE r IN known) AND any(r IN t.reports WHERE r IN known) RETURN z
  UNION
  MATCH (z:Institution)-[d:RESPONSIBLE_FOR]->(:Commitment)<-[t:COMMITS_TO]-(g)
  WHERE any(r IN d.reports WHERE r IN known) AND any(r IN t.reports WHERE r IN known) RETURN z
}
MATCH path = (z)-[:PART_OF*0..]->(body:Institution)
WHERE NOT body.id IN excluded AND all(t IN relationships(path) WHERE any(r IN t.reports WHERE r IN known))
WITH known, body, g.id AS id ORDER BY id
WITH known, body, collect(DISTINCT id) AS groups
WHERE size(groups) >= 2
WITH collect({id: body.id, groups: groups, parts: COLLECT {
  MATCH path = (part:Institution)-[:PART_OF*1..]->(body)
  WHERE part <> body AND all(t IN relationships(path) WHERE any(r IN t.reports WHERE r IN known))
  RETURN DISTINCT part.id
}}) AS bodies

UNWIND bodies AS z
UNWIND z.groups AS a
UNWIND [b IN z.groups WHERE b > a] AS b
WITH z, a, b, bodies
WHERE none(part IN bodies WHERE part.id IN z.parts AND a IN part.groups AND b IN part.groups)
RETURN a AS group_a, b AS group_b, z.id AS item, z.groups AS groups, 1.0 / (size(z.groups) - 1) AS weight
ORDER BY group_a, group_b, weight DESC, item
