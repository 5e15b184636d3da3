// name: institutions_bridging_groups :many
// Institutions that take part in several working groups, or co-chair them themselves, by name. They are listed, not ranked.
// @audience co-chair, analyst, dashboard
// @topic institutions
// @param  min_groups int 2
// @param  lang string en
// @return institution string
// @return name string
// @return country string
// @return groups list

MATCH (i:Institution)-[t:PARTICIPATES_IN|CO_CHAIRS]->(g:WorkingGroup)
WHERE coalesce(t.role, '') <> 'mentioned'
WITH i, g ORDER BY g.id
WITH i, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
WHERE size(groups) >= $min_groups
RETURN i.id AS institution, coalesce(i['name_' + $lang], i.name_en, i.name_fr, i.name_es) AS name, coalesce(i.country, 'not stated') AS country, groups
ORDER BY name, institution
