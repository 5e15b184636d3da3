MATCH (n:Entity)
RETURN 'kind' AS what, n.kind AS name, count(*) AS total, sum(CASE WHEN coalesce(size(n.evidence), 0) = 0 THEN 1 ELSE 0 END) AS without
UNION ALL
MATCH (:Entity)-[r]->(:Entity)
RETURN 'link' AS what, type(r) AS name, count(*) AS total, sum(CASE WHEN coalesce(size(r.evidence), 0) = 0 THEN 1 ELSE 0 END) AS without
UNION ALL
MATCH (:Entity)-[r]->(:Entity)
RETURN 'basis' AS what, r.basis AS name, count(*) AS total, 0 AS without
UNION ALL
MATCH (n:Note)
RETURN 'note' AS what, 'Note' AS name, count(*) AS total, 0 AS without
UNION ALL
CALL () {
  MATCH (:Entity)-[:EVIDENCED_BY]->(p:Passage) RETURN p.id AS id
  UNION
  MATCH (:Entity)-[r]->(:Entity) UNWIND r.evidence AS id RETURN id
}
WITH count(id) AS cited
RETURN 'passage' AS what, 'Passage' AS name, COUNT { (:Passage) } AS total, COUNT { (:Passage) } - cited AS without
UNION ALL
MATCH (r:Report)
RETURN 'report' AS what, r.id AS name, COUNT { (:Passage {report: r.id}) } AS total, 0 AS without
