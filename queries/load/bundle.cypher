// query: create
// does: keeps the record of a bundle, whose canonical text stands in parts
// parameters: bundle
// columns: rows
CREATE (b:Bundle)
SET b = $bundle
RETURN count(b) AS rows

// query: hashes
// does: lists the bundles that are kept, and the texts that they count in
// columns: hash, text
MATCH (b:Bundle)
RETURN b.hash AS hash, b.text_sha256 AS text

// query: records
// does: reads the report records of bundles
// parameters: hashes
// columns: hash, record
UNWIND $hashes AS hash
MATCH (b:Bundle {hash: hash})
RETURN b.hash AS hash, b.record AS record

// query: remove
// does: forgets bundles, whose parts are removed beside
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (b:Bundle {hash: id})
DELETE b
RETURN count(*) AS rows
