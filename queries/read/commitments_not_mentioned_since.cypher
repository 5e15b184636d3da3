// name: commitments_not_mentioned_since :many
// Open commitments that an edition states and no later edition of the same partnership mentions. That is all it says: a report
// may be silent about what goes on.
// @audience co-chair, analyst
// @topic commitments
// @param  lang string en
// @return commitment string
// @return name string
// @return firmness string
// @return due string
// @return last_year int
// @return newest_year int

MATCH (c:Commitment)
WHERE coalesce(c.status, 'open') IN ['open', 'unknown']
MATCH (r:Report) WHERE r.id IN c.reports
WITH c, r.partnership AS partnership, max(toInteger(r.year)) AS last_year
MATCH (n:Report {partnership: partnership})
WITH c, last_year, max(toInteger(n.year)) AS newest_year
WHERE newest_year > last_year
RETURN c.id AS commitment, coalesce(c['name_' + $lang], c.name_en, c.name_fr, c.name_es) AS name, coalesce(c.firmness, 'not stated') AS firmness, coalesce(c.due, 'not stated') AS due, last_year, newest_year
ORDER BY last_year, commitment
