// query: create
// does: makes a release the current one, before which the former stands
// parameters: release
// columns: number
MATCH (s:CrosswalkStore {id: 'store'})
OPTIONAL MATCH (s)-[c:CURRENT]->(former:Release)
CREATE (s)-[:CURRENT]->(r:Release)
SET r = $release
FOREACH (f IN CASE WHEN former IS NULL THEN [] ELSE [former] END | CREATE (r)-[:PREVIOUS]->(f))
DELETE c
RETURN r.number AS number

// query: current
// does: reads the current release; no row where there is none
// columns: release
MATCH (:CrosswalkStore {id: 'store'})-[:CURRENT]->(r:Release)
RETURN properties(r) AS release

// query: list
// does: reads the releases, newest first
// columns: release
MATCH (r:Release)
RETURN properties(r) AS release
ORDER BY r.number DESC

// query: by_load
// does: reads the release that a load made; no row where that load did not reach the end
// parameters: load_id
// columns: release
MATCH (r:Release {load_id: $load_id})
RETURN properties(r) AS release

// query: follow
// does: records which rules the rows follow
// parameters: rules
// columns: number
MATCH (:CrosswalkStore {id: 'store'})-[:CURRENT]->(r:Release)
SET r.rules = $rules
RETURN r.number AS number
