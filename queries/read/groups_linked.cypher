// name: groups_linked :many
// How many sessions, projects, commitments and cross-references tie each pair of groups, whatever their status; a project that a
// chapter only mentions is none. It counts and does not weigh: the score is in the list of links.
// @audience co-chair, analyst, dashboard
// @topic links
// @param  partnership string partnership:cmp
// @param  lang string en
// @return group_a string
// @return name_a string
// @return group_b string
// @return name_b string
// @return sessions int
// @return projects int
// @return commitments int
// @return references int

MATCH (p:Partnership {id: $partnership})<-[:PART_OF]-(a:WorkingGroup), (p)<-[:PART_OF]-(b:WorkingGroup)
WHERE a.id < b.id
WITH a, b, COUNT { MATCH (a)-[:HOLDS]->(e:Session)<-[:HOLDS]-(b) RETURN DISTINCT e } AS sessions,
  COUNT { MATCH (a)-[x:RUNS]->(e:Project)<-[y:RUNS]-(b) WHERE coalesce(x.role, '') <> 'mentions' AND coalesce(y.role, '') <> 'mentions' RETURN DISTINCT e } AS projects,
  COUNT { MATCH (a)-[:COMMITS_TO]->(e:Commitment)<-[:COMMITS_TO]-(b) RETURN DISTINCT e } AS commitments, COUNT {
  MATCH (x)-[r:REFERS_TO]->(y) WHERE a.id IN [x.id, y.id] + coalesce(r.about, []) AND b.id IN [x.id, y.id] + coalesce(r.about, []) } AS references
WHERE sessions + projects + commitments + references > 0
RETURN a.id AS group_a, coalesce(a['name_' + $lang], a.name_en, a.name_fr, a.name_es) AS name_a, b.id AS group_b, coalesce(b['name_' + $lang], b.name_en, b.name_fr, b.name_es) AS name_b, sessions, projects, commitments, references
ORDER BY group_a, group_b
