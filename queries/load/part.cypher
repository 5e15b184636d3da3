// query: create
// does: keeps one part of a gzipped text
// parameters: of, number, data
// columns: rows
CREATE (p:Part {of: $of, number: $number, data: $data})
RETURN count(p) AS rows

// query: read
// does: reads the parts of a gzipped text in their order
// parameters: of
// columns: number, data
MATCH (p:Part)
WHERE p.of = $of AND p.number >= 0
RETURN p.number AS number, p.data AS data
ORDER BY p.of, p.number

// query: remove
// does: removes the parts of gzipped texts
// parameters: ids
// columns: rows
UNWIND $ids AS id
MATCH (p:Part)
WHERE p.of = id AND p.number >= 0
DELETE p
RETURN count(*) AS rows
