CALL () {
  MATCH (r:Report {partnership: $partnership})
  RETURN collect(CASE WHEN toInteger(r.year) = $from THEN r.id END) AS before, collect(CASE WHEN toInteger(r.year) = $to THEN r.id END) AS after
}
CALL (before, after) {
  MATCH (n:Entity)
  WITH n, any(x IN n.reports WHERE x IN before) AS was, any(x IN n.reports WHERE x IN after) AS is
  WHERE was OR is
  WITH n, was, is, CASE WHEN was AND is THEN n.statements END AS statements
  WHERE was <> is OR statements IS NOT NULL
  RETURN n.kind AS what, n.id AS id, n.name_en AS name, CASE WHEN NOT was THEN 'appeared' WHEN NOT is THEN 'not-mentioned' ELSE 'both' END AS change, statements
  UNION ALL
  MATCH (a:Entity)-[r]->(b:Entity)
  WITH a, r, b, any(x IN r.reports WHERE x IN before) AS was, any(x IN r.reports WHERE x IN after) AS is
  WHERE was OR is
  WITH a, r, b, was, is, CASE WHEN was AND is THEN r.statements END AS statements
  WHERE was <> is OR statements IS NOT NULL
  RETURN type(r) AS what, r.id AS id, a.id + ' ' + b.id AS name, CASE WHEN NOT was THEN 'appeared' WHEN NOT is THEN 'not-mentioned' ELSE 'both' END AS change, statements
}
RETURN what, id, name, change, statements
ORDER BY what, id
