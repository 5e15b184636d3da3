UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]-(x:Entity)
WHERE NOT x:Report
WITH x, collect({id: id, type: type(r), since: r.since, until: r.until, years: r.years, passages: r.evidence}) AS members, count(DISTINCT id) AS shared
WHERE shared >= 2
RETURN x.id AS id, x.kind AS kind, x.name_en AS name, members, shared
ORDER BY shared DESC, kind, id
