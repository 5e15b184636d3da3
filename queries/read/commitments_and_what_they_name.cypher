// name: commitments_and_what_they_name :many
// Of each commitment, whether the report names a body that answers for it, a date, and a session or project that it is about.
// @audience analyst
// @topic commitments
// @param  lang string en
// @return commitment string
// @return name string
// @return firmness string
// @return names_body bool
// @return names_date bool
// @return names_result bool

MATCH (c:Commitment)
RETURN c.id AS commitment, coalesce(c['name_' + $lang], c.name_en, c.name_fr, c.name_es) AS name, coalesce(c.firmness, 'not stated') AS firmness, EXISTS { (:Institution)-[:RESPONSIBLE_FOR]->(c) } AS names_body,
  c.due IS NOT NULL AS names_date, EXISTS { (c)-[:CONCERNS]->(:Session|Project) } AS names_result
ORDER BY commitment
