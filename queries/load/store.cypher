// query: lock
// does: takes the write lock that every loader takes first, and names who holds it
// parameters: load_id
// columns: schema
MERGE (s:CrosswalkStore {id: 'store'})
SET s.loader = $load_id
RETURN coalesce(s.schema, 0) AS schema

// query: schema
// does: reads the number of the last schema step that was done
// columns: schema
OPTIONAL MATCH (s:CrosswalkStore {id: 'store'})
RETURN coalesce(s.schema, 0) AS schema

// query: set_schema
// does: records the last schema step that was done
// parameters: number
// columns: schema
MERGE (s:CrosswalkStore {id: 'store'})
SET s.schema = CASE WHEN coalesce(s.schema, 0) < $number THEN $number ELSE s.schema END
RETURN s.schema AS schema

// query: await_indexes
// does: waits until every index answers
// parameters: seconds
CALL db.awaitIndexes($seconds)

// query: transaction_memory
// does: reads how much memory transactions may take, one and all together
// columns: name, value
SHOW SETTINGS 'db.memory.transaction.max', 'dbms.memory.transaction.total.max'
YIELD name, value
RETURN name, value

// query: counts
// does: counts all nodes, and those that Crosswalk keeps; both from the count store, without reading them
// columns: nodes, ours
MATCH (n)
WITH count(n) AS nodes
CALL () {
  MATCH (n:Entity) RETURN count(n) AS c
  UNION ALL MATCH (n:Passage) RETURN count(n) AS c
  UNION ALL MATCH (n:Note) RETURN count(n) AS c
  UNION ALL MATCH (n:Redirect) RETURN count(n) AS c
  UNION ALL MATCH (n:Release) RETURN count(n) AS c
  UNION ALL MATCH (n:Bundle) RETURN count(n) AS c
  UNION ALL MATCH (n:Source) RETURN count(n) AS c
  UNION ALL MATCH (n:JudgementSet) RETURN count(n) AS c
  UNION ALL MATCH (n:Part) RETURN count(n) AS c
  UNION ALL MATCH (n:CrosswalkStore) RETURN count(n) AS c
}
RETURN nodes, sum(c) AS ours

// query: foreign_labels
// does: names some labels of nodes that Crosswalk does not keep
// columns: labels
MATCH (n)
WHERE NOT (n:Entity OR n:Passage OR n:Note OR n:Redirect OR n:Release OR n:Bundle OR n:Source OR n:JudgementSet OR n:Part
  OR n:CrosswalkStore)
WITH n LIMIT 1000
RETURN DISTINCT labels(n) AS labels
ORDER BY labels LIMIT 5

// query: clear_links
// does: removes some relationships of entities
// parameters: limit
// columns: rows
MATCH (:Entity)-[r]-()
WITH DISTINCT r LIMIT $limit
DELETE r
RETURN count(*) AS rows

// query: clear
// does: removes some nodes that Crosswalk keeps, with what hangs on them
// parameters: limit
// columns: rows
MATCH (n:Entity|Passage|Note|Redirect|Release|Bundle|Source|JudgementSet|Part)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS rows

// query: quotes
// does: reads how often quotes were written without a release
// columns: quotes
OPTIONAL MATCH (s:CrosswalkStore {id: 'store'})
RETURN coalesce(s.quotes, 0) AS quotes

// query: count_quotes
// does: counts that quotes were written
// columns: quotes
MERGE (s:CrosswalkStore {id: 'store'})
SET s.quotes = coalesce(s.quotes, 0) + 1
RETURN s.quotes AS quotes
