// name: institution_parts :many
// What an institution is part of and what is part of it, as the reports state it, by distance; what it is part of stands at
// negative distances.
// @audience analyst
// @topic institutions
// @param  institution string institution:natural-resources-canada
// @param  lang string en
// @return distance int
// @return part string
// @return name string

OPTIONAL MATCH (old:Redirect {old: $institution})
MATCH (i:Institution {id: coalesce(old.new, $institution)})
CALL (i) {
  MATCH way = (i)-[:PART_OF*0..8]->(other:Institution) RETURN other, -min(length(way)) AS distance
  UNION
  MATCH way = (i)<-[:PART_OF*1..8]-(other:Institution) RETURN other, min(length(way)) AS distance
}
RETURN distance, other.id AS part, coalesce(other['name_' + $lang], other.name_en, other.name_fr, other.name_es) AS name
ORDER BY distance, part
