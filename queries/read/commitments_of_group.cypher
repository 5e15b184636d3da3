// name: commitments_of_group :many
// Commitments of a group, firm ones first, with how often the reports tell of each.
// @audience co-chair, analyst
// @topic commitments
// @param  group string group:cmp:energy
// @param  firmness string any
// @param  lang string en
// @return commitment string
// @return name string
// @return firmness string
// @return status string
// @return due string
// @return side string
// @return passages int

OPTIONAL MATCH (old:Redirect {old: $group})
MATCH (g:WorkingGroup|Partnership {id: coalesce(old.new, $group)})-[:COMMITS_TO]->(c:Commitment)
WHERE $firmness = 'any' OR c.firmness = $firmness
RETURN c.id AS commitment, coalesce(c['name_' + $lang], c.name_en, c.name_fr, c.name_es) AS name, coalesce(c.firmness, 'not stated') AS firmness, coalesce(c.status, 'not stated') AS status, coalesce(c.due, 'not stated') AS due,
  coalesce(c.side, 'not stated') AS side, size(coalesce(c.evidence, [])) AS passages
ORDER BY CASE firmness WHEN 'agreed' THEN 1 WHEN 'planned' THEN 2 WHEN 'proposed' THEN 3 ELSE 4 END, commitment
