// name: shortest_ways :many
// The shortest ways between two things, along what the reports state; reports, the partnership and themes that hold for all lead
// nowhere. No row: none within six steps.
// @audience co-chair, analyst
// @topic links
// @param  from string institution:natural-resources-canada
// @param  to string group:cmp:human-capital
// @param  limit int 10
// @param  lang string en
// @return steps int
// @return things list
// @return names list
// @return types list

OPTIONAL MATCH (old_a:Redirect {old: $from})
OPTIONAL MATCH (old_b:Redirect {old: $to})
MATCH (a:Entity {id: coalesce(old_a.new, $from)})
MATCH (b:Entity {id: coalesce(old_b.new, $to)})
WITH a, b, b.id AS goal
MATCH way = ALL SHORTEST (a) (()-[:HOLDS|RUNS|COMMITS_TO|CO_CHAIRS|PARTICIPATES_IN|INVOLVED_IN|RESPONSIBLE_FOR|AFFILIATED_WITH|ADDRESSES|REFERS_TO|PART_OF|CONCERNS|FOLLOWS]-
  (n WHERE n.id = goal OR NOT (n:Partnership OR n:Report OR coalesce(n.circumstance, false)))){1,6} (b)
RETURN length(way) AS steps, [n IN nodes(way) | n.id] AS things, [n IN nodes(way) | coalesce(n['name_' + $lang], n.name_en, n.name_fr, n.name_es)] AS names, [r IN relationships(way) | type(r)] AS types
ORDER BY steps, things LIMIT $limit
