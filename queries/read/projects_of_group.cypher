// name: projects_of_group :many
// Projects of a group with their status, dates and the institutions that the report names in them.
// @audience co-chair, analyst
// @topic projects
// @param  group string group:cmp:energy
// @param  lang string en
// @return project string
// @return name string
// @return type string
// @return status string
// @return group_role string
// @return start string
// @return end string
// @return institutions list

OPTIONAL MATCH (old:Redirect {old: $group})
MATCH (g:WorkingGroup {id: coalesce(old.new, $group)})-[t:RUNS]->(p:Project)
OPTIONAL MATCH (i:Institution)-[:INVOLVED_IN]->(p)
WITH t, p, i ORDER BY i.id
WITH t, p, collect(DISTINCT coalesce(i['name_' + $lang], i.name_en, i.name_fr, i.name_es)) AS institutions
RETURN p.id AS project, coalesce(p['name_' + $lang], p.name_en, p.name_fr, p.name_es) AS name, coalesce(p.type, 'not stated') AS type, coalesce(p.status, 'not stated') AS status, coalesce(t.role, 'runs') AS group_role,
  coalesce(p.start, 'not stated') AS start, coalesce(p.end, 'not stated') AS end, institutions
ORDER BY project
