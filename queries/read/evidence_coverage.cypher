// name: evidence_coverage :many
// How many things of each kind there are, how many rest on a passage, and how many passages they rest on.
// @audience co-chair, analyst, dashboard
// @topic evidence
// @return kind string
// @return things int
// @return with_passage int
// @return passages int

MATCH (e:Entity)
WITH e.kind AS kind, e, COUNT { (e)-[:EVIDENCED_BY]->(:Passage) } AS n
RETURN kind, count(e) AS things, sum(CASE WHEN n > 0 THEN 1 ELSE 0 END) AS with_passage, sum(n) AS passages
ORDER BY kind
