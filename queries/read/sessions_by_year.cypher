// name: sessions_by_year :many
// Sessions by the year in which they took or are to take place, with who holds them; those without a date last.
// @audience co-chair, analyst, dashboard
// @topic sessions
// @param  group string any
// @param  lang string en
// @return year string
// @return session string
// @return name string
// @return status string
// @return format string
// @return groups list
// @return places list

OPTIONAL MATCH (old:Redirect {old: $group})
WITH coalesce(old.new, $group) AS wanted
MATCH (g)-[:HOLDS]->(s:Session)
WITH wanted, s, g ORDER BY g.id
WITH wanted, s, collect(DISTINCT g.id) AS ids, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
WHERE wanted = 'any' OR wanted IN ids
OPTIONAL MATCH (s)-[:LOCATED_IN]->(place:Place)
WITH s, groups, place ORDER BY place.id
WITH s, groups, collect(DISTINCT coalesce(place['name_' + $lang], place.name_en, place.name_fr, place.name_es)) AS places
RETURN coalesce(left(s.start, 4), 'not stated') AS year, s.id AS session, coalesce(s['name_' + $lang], s.name_en, s.name_fr, s.name_es) AS name, coalesce(s.status, 'not stated') AS status,
  coalesce(s.format, 'not stated') AS format, groups, places
ORDER BY year, session
