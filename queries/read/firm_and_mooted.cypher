// name: firm_and_mooted :many
// What two groups or more share, told apart by what is firm (held, running, done, agreed, planned) and what is only mooted
// (proposed, possible, or without a status).
// @audience co-chair, analyst
// @topic links
// @param  partnership string partnership:cmp
// @param  lang string en
// @return standing string
// @return kind string
// @return item string
// @return name string
// @return status string
// @return groups list

MATCH (g:WorkingGroup)-[t:HOLDS|RUNS|COMMITS_TO]->(e)
WHERE coalesce(t.role, '') <> 'mentions' AND EXISTS { (g)-[:PART_OF]->(:Partnership {id: $partnership}) }
WITH e, g ORDER BY g.id
WITH e, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
WHERE size(groups) > 1
WITH e, groups, coalesce(e.firmness, e.status, 'not stated') AS status
RETURN CASE WHEN status IN ['held', 'running', 'done', 'agreed', 'planned'] THEN 'firm' ELSE 'mooted' END AS standing, e.kind AS kind, e.id AS item, coalesce(e['name_' + $lang], e.name_en, e.name_fr, e.name_es) AS name,
  status, groups
ORDER BY standing, kind, item
