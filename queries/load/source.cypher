// query: create
// does: keeps the record of a source text, or of quotes that came without it; what it is stands in parts
// parameters: source
// columns: rows
MERGE (s:Source {name: $source.name})
SET s = $source
RETURN count(s) AS rows

// query: hashes
// does: lists the source texts and quotes that are kept
// columns: hash
MATCH (s:Source)
RETURN s.name AS hash

// query: remove
// does: forgets source texts and quotes, whose parts are removed beside
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (s:Source {name: id})
DELETE s
RETURN count(*) AS rows
