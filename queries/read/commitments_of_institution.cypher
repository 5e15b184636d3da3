// name: commitments_of_institution :many
// Commitments that the reports say an institution, or a part of it, answers for.
// @audience co-chair, analyst
// @topic commitments
// @param  institution string institution:natural-resources-canada
// @param  lang string en
// @return commitment string
// @return name string
// @return firmness string
// @return status string
// @return due string
// @return through string
// @return groups list

OPTIONAL MATCH (old:Redirect {old: $institution})
MATCH (i:Institution {id: coalesce(old.new, $institution)})<-[:PART_OF*0..8]-(body:Institution)-[:RESPONSIBLE_FOR]->(c:Commitment)
OPTIONAL MATCH (g)-[:COMMITS_TO]->(c)
WITH i, body, c, g ORDER BY g.id
WITH i, body, c, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
RETURN c.id AS commitment, coalesce(c['name_' + $lang], c.name_en, c.name_fr, c.name_es) AS name, coalesce(c.firmness, 'not stated') AS firmness, coalesce(c.status, 'not stated') AS status, coalesce(c.due, 'not stated') AS due,
  CASE WHEN body = i THEN '' ELSE coalesce(body['name_' + $lang], body.name_en, body.name_fr, body.name_es) END AS through, groups
ORDER BY commitment, through
