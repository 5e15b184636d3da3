// name: successors :many
// Groups, institutions and partnerships that became others, as the reports state it.
// @audience analyst
// @topic institutions
// @param  lang string en
// @return kind string
// @return before string
// @return name_before string
// @return after string
// @return name_after string
// @return since string

MATCH (before)-[s:SUCCEEDED_BY]->(after)
RETURN before.kind AS kind, before.id AS before, coalesce(before['name_' + $lang], before.name_en, before.name_fr, before.name_es) AS name_before, after.id AS after, coalesce(after['name_' + $lang], after.name_en, after.name_fr, after.name_es) AS name_after, coalesce(s.since, 'not stated') AS since
ORDER BY kind, before, after
