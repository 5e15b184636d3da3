// query: create
// does: keeps the record of an attached source text, which stands in parts
// parameters: source
// columns: rows
MERGE (s:Source {sha256: $source.sha256})
SET s = $source
RETURN count(s) AS rows

// query: hashes
// does: lists the source texts that are kept
// columns: hash
MATCH (s:Source)
RETURN s.sha256 AS hash

// query: remove
// does: forgets source texts, whose parts are removed beside
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (s:Source {sha256: id})
DELETE s
RETURN count(*) AS rows
