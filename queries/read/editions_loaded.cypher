// name: editions_loaded :many
// The editions that are loaded, by partnership and year, with their languages and how many passages were read of each.
// @audience co-chair, analyst, dashboard
// @topic editions
// @param  lang string en
// @return report string
// @return name string
// @return partnership string
// @return year int
// @return language string
// @return passages int
// @return chapters int

MATCH (r:Report)
RETURN r.id AS report, coalesce(r['name_' + $lang], r.name_en, r.name_fr, r.name_es) AS name, coalesce(r.partnership, '') AS partnership, toInteger(r.year) AS year, coalesce(r.language, '') AS language,
  COUNT { MATCH (p:Passage) WHERE p.report = r.id } AS passages, COUNT { (r)-[:REPORTS_ON {chapter: true}]->(:WorkingGroup) } AS chapters
ORDER BY partnership, year, report
