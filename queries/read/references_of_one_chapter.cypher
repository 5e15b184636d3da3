// name: references_of_one_chapter :many
// Pairs of groups of which one chapter names the other group while, in the same edition, the other chapter does not name it back.
// @audience co-chair, analyst
// @topic links
// @param  lang string en
// @return year int
// @return told_by string
// @return name_told_by string
// @return names string
// @return name_named string
// @return references int

MATCH (a:WorkingGroup)-[r:REFERS_TO]->(b:WorkingGroup)
UNWIND r.years AS year
WITH a, b, year, count(DISTINCT r) AS references
WHERE NOT EXISTS { MATCH (b)-[back:REFERS_TO]->(a) WHERE year IN back.years }
  AND EXISTS { MATCH (report:Report)-[c:REPORTS_ON]->(b) WHERE toInteger(report.year) = year AND coalesce(c.chapter, false) }
RETURN year, a.id AS told_by, coalesce(a['name_' + $lang], a.name_en, a.name_fr, a.name_es) AS name_told_by, b.id AS names, coalesce(b['name_' + $lang], b.name_en, b.name_fr, b.name_es) AS name_named, references
ORDER BY year, told_by, names
