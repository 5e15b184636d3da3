// query: create
// does: keeps the record of a set of judgements, whose text stands in parts
// parameters: set
// columns: rows
MERGE (j:JudgementSet {hash: $set.hash})
SET j = $set
RETURN count(j) AS rows

// query: hashes
// does: lists the sets of judgements that are kept
// columns: hash
MATCH (j:JudgementSet)
RETURN j.hash AS hash

// query: remove
// does: forgets sets of judgements, whose parts are removed beside
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (j:JudgementSet {hash: id})
DELETE j
RETURN count(*) AS rows
