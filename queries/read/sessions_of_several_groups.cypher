// name: sessions_of_several_groups :many
// Sessions that several groups hold together, whatever their status.
// @audience co-chair, analyst
// @topic sessions
// @param  lang string en
// @return session string
// @return name string
// @return status string
// @return start string
// @return groups list

MATCH (g)-[:HOLDS]->(s:Session)
WITH s, g ORDER BY g.id
WITH s, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
WHERE size(groups) > 1
RETURN s.id AS session, coalesce(s['name_' + $lang], s.name_en, s.name_fr, s.name_es) AS name, coalesce(s.status, 'not stated') AS status, coalesce(s.start, 'not stated') AS start, groups
ORDER BY session
