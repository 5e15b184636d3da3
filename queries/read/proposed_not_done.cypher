// name: proposed_not_done :many
// Sessions, projects and commitments that the newest edition to name them calls planned, proposed or possible: what the reports
// leave open. That no edition says they came about does not say that they did not.
// @audience co-chair, analyst
// @topic links
// @param  group string any
// @param  lang string en
// @return kind string
// @return item string
// @return name string
// @return status string
// @return groups list
// @return last_year int

OPTIONAL MATCH (old:Redirect {old: $group})
WITH coalesce(old.new, $group) AS wanted
MATCH (g:WorkingGroup|Partnership)-[:HOLDS|RUNS|COMMITS_TO]->(e)
WITH wanted, e, g ORDER BY g.id
WITH wanted, e, collect(DISTINCT g.id) AS ids, collect(DISTINCT coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups
WHERE (wanted = 'any' OR wanted IN ids) AND (e:Commitment AND coalesce(e.status, 'open') IN ['open', 'unknown'] AND e.firmness IN ['planned', 'proposed', 'possible']
  OR NOT e:Commitment AND e.status IN ['agreed', 'planned', 'proposed'])
MATCH (r:Report) WHERE r.id IN e.reports
WITH e, groups, max(toInteger(r.year)) AS last_year
RETURN e.kind AS kind, e.id AS item, coalesce(e['name_' + $lang], e.name_en, e.name_fr, e.name_es) AS name, coalesce(e.firmness, e.status) AS status, groups, last_year
ORDER BY kind, item
