// name: picture_of_group :many
// A group with all that it holds, runs and commits to, and the institutions in them, to be drawn: nodes and relationships.
// @audience analyst
// @topic links
// @param  group string group:cmp:energy
// @param  limit int 200
// @return way path

OPTIONAL MATCH (old:Redirect {old: $group})
MATCH way = (g:WorkingGroup {id: coalesce(old.new, $group)})-[:HOLDS|RUNS|COMMITS_TO]->(e)<-[:PARTICIPATES_IN|INVOLVED_IN|RESPONSIBLE_FOR*0..1]-()
RETURN way
ORDER BY [n IN nodes(way) | n.id] LIMIT $limit
