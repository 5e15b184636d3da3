// name: projects_of_several_groups :many
// Projects that several groups run, support or mention.
// @audience co-chair, analyst
// @topic projects
// @param  lang string en
// @return project string
// @return name string
// @return status string
// @return groups list
// @return roles list

MATCH (g:WorkingGroup)-[t:RUNS]->(p:Project)
WITH p, g, coalesce(t.role, 'runs') AS role ORDER BY role
WITH p, g, collect(DISTINCT role) AS roles ORDER BY g.id
WITH p, collect(coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es)) AS groups, collect(coalesce(g['name_' + $lang], g.name_en, g.name_fr, g.name_es) + ': ' + reduce(all = '', r IN roles | all + CASE all WHEN '' THEN '' ELSE ', ' END + r)) AS roles
WHERE size(groups) > 1
RETURN p.id AS project, coalesce(p['name_' + $lang], p.name_en, p.name_fr, p.name_es) AS name, coalesce(p.status, 'not stated') AS status, groups, roles
ORDER BY project
