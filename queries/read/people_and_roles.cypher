// name: people_and_roles :many
// People and the public roles in which the reports name them, by edition.
// @audience analyst
// @topic people
// @param  text string any
// @param  lang string en
// @return person string
// @return name string
// @return role string
// @return in string
// @return in_name string
// @return title string
// @return years list

MATCH (p:Person)-[t]->(e:Entity)
WHERE $text = 'any' OR toLower(p.name_en) CONTAINS toLower($text)
RETURN p.id AS person, coalesce(p['name_' + $lang], p.name_en, p.name_fr, p.name_es) AS name, CASE type(t) WHEN 'CO_CHAIRS' THEN 'co-chair' WHEN 'AFFILIATED_WITH' THEN 'affiliated' ELSE coalesce(t.role, 'participant') END AS role,
  e.id AS in, coalesce(e['name_' + $lang], e.name_en, e.name_fr, e.name_es) AS in_name, coalesce(t.title, '') AS title, t.years AS years
ORDER BY person, role, in
