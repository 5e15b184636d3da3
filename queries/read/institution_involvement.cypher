// name: institution_involvement :many
// All that one institution, and what is part of it, takes part in or answers for: groups, sessions, projects and commitments.
// @audience co-chair, analyst
// @topic institutions
// @param  institution string institution:natural-resources-canada
// @param  lang string en
// @return kind string
// @return item string
// @return name string
// @return status string
// @return role string
// @return through string
// @return years list

OPTIONAL MATCH (old:Redirect {old: $institution})
MATCH (i:Institution {id: coalesce(old.new, $institution)})<-[:PART_OF*0..8]-(body:Institution)
WITH DISTINCT i, body
MATCH (body)-[t:PARTICIPATES_IN|INVOLVED_IN|RESPONSIBLE_FOR|CO_CHAIRS]->(e)
RETURN e.kind AS kind, e.id AS item, coalesce(e['name_' + $lang], e.name_en, e.name_fr, e.name_es) AS name, coalesce(e.firmness, e.status, 'not stated') AS status,
  CASE type(t) WHEN 'RESPONSIBLE_FOR' THEN 'responsible' WHEN 'CO_CHAIRS' THEN 'co-chair' ELSE coalesce(t.role, 'participant') END AS role,
  CASE WHEN body = i THEN '' ELSE coalesce(body['name_' + $lang], body.name_en, body.name_fr, body.name_es) END AS through, t.years AS years
ORDER BY kind, item, role, through
