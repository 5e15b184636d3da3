// name: co_chairs_over_time :many
// Who co-chairs each group and the partnership, for which side, in which capacity, and in which editions. Titles stand as
// printed.
// @audience co-chair, analyst
// @topic people
// @param  group string any
// @param  lang string en
// @return group string
// @return name string
// @return side string
// @return sector string
// @return co_chair string
// @return co_chair_name string
// @return title string
// @return affiliation list
// @return status string
// @return years list

OPTIONAL MATCH (old:Redirect {old: $group})
WITH coalesce(old.new, $group) AS wanted
MATCH (who)-[c:CO_CHAIRS]->(g)
WHERE wanted = 'any' OR g.id = wanted
OPTIONAL MATCH (who)-[:AFFILIATED_WITH]->(home:Institution)
WITH g, c, who, home ORDER BY home.id
WITH g, c, who, collect(DISTINCT coalesce(home['name_' + $lang], home.name_en, home.name_fr, home.name_es)) AS affiliation
RETURN g.id AS group, coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es) AS name, coalesce(c.side, 'not stated') AS side, coalesce(c.sector, 'not stated') AS sector, who.id AS co_chair,
  coalesce(who['name_' + $lang], who.name_en, who.name_fr, who.name_es) AS co_chair_name, coalesce(c.title, '') AS title, affiliation, coalesce(c.status, 'not stated') AS status, c.years AS years
ORDER BY group, CASE side WHEN 'CA' THEN 1 WHEN 'MX' THEN 2 ELSE 3 END, sector, co_chair
