MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
MATCH p = (a)-[:PART_OF|FOLLOWS|SUCCEEDED_BY|CO_CHAIRS|AFFILIATED_WITH|PARTICIPATES_IN|HOLDS|RUNS|INVOLVED_IN|COMMITS_TO|CONCERNS|RESPONSIBLE_FOR|ADDRESSES|REFERS_TO|STATES|ABOUT|LOCATED_IN*1..4]-(b)
WHERE none(n IN nodes(p)[1..-1] WHERE n:Report OR n:Partnership OR coalesce(n.circumstance, 'no') = 'yes')
CALL (p) {
  UNWIND nodes(p)[1..-1] AS n
  WITH n, COUNT { (n)--(:Entity) } AS degree
  RETURN sum(1 + log(degree) / log(2)) AS cost
}
WITH p, cost, length(p) AS hops
ORDER BY cost, hops
LIMIT 5
RETURN cost, [n IN nodes(p) | {id: n.id, kind: n.kind, name: n.name_en}] AS things,
  [r IN relationships(p) | {link: r.id, type: type(r), role: r.role, years: r.years, passages: r.evidence}] AS links
