// name: institutions_mentioned_only :many
// Institutions that the reports name without linking them to any group, session, project, commitment or person.
// @audience analyst
// @topic institutions
// @param  lang string en
// @return institution string
// @return name string
// @return country string
// @return passages int

MATCH (i:Institution)
WHERE NOT EXISTS { (i)-[:PARTICIPATES_IN|INVOLVED_IN|RESPONSIBLE_FOR|CO_CHAIRS]->() } AND NOT EXISTS { (i)<-[:AFFILIATED_WITH]-() }
RETURN i.id AS institution, coalesce(i['name_' + $lang], i.name_en, i.name_fr, i.name_es) AS name, coalesce(i.country, 'not stated') AS country, size(coalesce(i.evidence, [])) AS passages
ORDER BY name, institution
