// name: commitments_due :many
// Commitments with a date between two, by date: what is due, what groups agreed, plan, propose or call possible (firmness says
// which), and who answers for it.
// @audience co-chair, analyst, dashboard
// @topic commitments
// @param  from string 2018
// @param  to string 2030
// @param  lang string en
// @return due string
// @return commitment string
// @return name string
// @return firmness string
// @return status string
// @return groups list
// @return institutions list

MATCH (c:Commitment)
WHERE c.due IS NOT NULL AND c.due >= $from AND left(c.due, size($to)) <= $to
OPTIONAL MATCH (g)-[:COMMITS_TO]->(c)
WITH c, g ORDER BY g.id
WITH c, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
OPTIONAL MATCH (i:Institution)-[:RESPONSIBLE_FOR]->(c)
WITH c, groups, i ORDER BY i.id
WITH c, groups, collect(DISTINCT coalesce(i['name_' + $lang], i.name_en, i.name_fr, i.name_es)) AS institutions
RETURN c.due AS due, c.id AS commitment, coalesce(c['name_' + $lang], c.name_en, c.name_fr, c.name_es) AS name, coalesce(c.firmness, 'not stated') AS firmness, coalesce(c.status, 'not stated') AS status, groups, institutions
ORDER BY due, commitment
