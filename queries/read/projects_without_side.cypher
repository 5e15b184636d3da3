// name: projects_without_side :many
// Projects in which the reports name institutions of one country and none of the other (side is the one that is not named: CA,
// MX, or any). The report may name no body though one takes part.
// @audience co-chair, analyst
// @topic projects
// @param  side string any
// @param  lang string en
// @return project string
// @return name string
// @return status string
// @return not_named string
// @return institutions list
// @return groups list

MATCH (p:Project)<-[:INVOLVED_IN]-(i:Institution)
WITH p, i ORDER BY i.id
WITH p, collect(DISTINCT coalesce(i['name_' + $lang], i.name_en, i.name_fr, i.name_es)) AS institutions, collect(DISTINCT i.country) AS countries
UNWIND [s IN ['CA', 'MX'] WHERE NOT s IN countries AND size([c IN countries WHERE c IN ['CA', 'MX']]) > 0] AS not_named
WITH p, institutions, not_named WHERE $side = 'any' OR $side = not_named
OPTIONAL MATCH (g:WorkingGroup)-[:RUNS]->(p)
WITH p, institutions, not_named, g ORDER BY g.id
RETURN p.id AS project, coalesce(p['name_' + $lang], p.name_en, p.name_fr, p.name_es) AS name, coalesce(p.status, 'not stated') AS status, not_named, institutions, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
ORDER BY CASE not_named WHEN 'CA' THEN 1 ELSE 2 END, project
