// name: groups_without_chapter :many
// Groups that a report names and gives no chapter of their own: of them the report says nothing by itself, which is not the same
// as nothing to say.
// @audience co-chair, analyst, dashboard
// @topic editions
// @param  lang string en
// @return year int
// @return group string
// @return name string

MATCH (g:WorkingGroup)
UNWIND g.reports AS id
MATCH (r:Report {id: id})
WHERE NOT EXISTS { MATCH (r)-[c:REPORTS_ON]->(g) WHERE coalesce(c.chapter, false) }
RETURN DISTINCT toInteger(r.year) AS year, g.id AS group, coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es) AS name
ORDER BY year, group
