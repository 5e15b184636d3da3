// name: institutions_of_group :many
// Institutions that the chapters name in a group, its sessions, projects and commitments, with in what and as what.
// @audience co-chair, analyst
// @topic institutions
// @param  group string group:cmp:energy
// @param  lang string en
// @return institution string
// @return name string
// @return country string
// @return named_in list
// @return roles list

OPTIONAL MATCH (old:Redirect {old: $group})
MATCH (g:WorkingGroup {id: coalesce(old.new, $group)})
CALL (g) {
  MATCH (i:Institution)-[t:PARTICIPATES_IN|CO_CHAIRS]->(g) RETURN i, 'group' AS named_in, coalesce(t.role, CASE type(t) WHEN 'CO_CHAIRS' THEN 'co-chair' ELSE 'participant' END) AS role
  UNION
  MATCH (i:Institution)-[t:PARTICIPATES_IN]->(:Session)<-[:HOLDS]-(g) RETURN i, 'session' AS named_in, coalesce(t.role, 'participant') AS role
  UNION
  MATCH (i:Institution)-[t:INVOLVED_IN]->(:Project)<-[:RUNS]-(g) RETURN i, 'project' AS named_in, coalesce(t.role, 'not stated') AS role
  UNION
  MATCH (i:Institution)-[:RESPONSIBLE_FOR]->(:Commitment)<-[:COMMITS_TO]-(g) RETURN i, 'commitment' AS named_in, 'responsible' AS role
  UNION
  MATCH (i:Institution)<-[:AFFILIATED_WITH]-(:Person)-[:CO_CHAIRS]->(g) RETURN i, 'group' AS named_in, 'of a co-chair' AS role
}
WITH i, named_in, role ORDER BY named_in, role
RETURN i.id AS institution, coalesce(i['name_' + $lang], i.name_en, i.name_fr, i.name_es) AS name, coalesce(i.country, 'not stated') AS country, collect(DISTINCT named_in) AS named_in, collect(DISTINCT role) AS roles
ORDER BY name, institution
