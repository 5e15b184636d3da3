MATCH (n:Entity {id: $id})
CALL (n) {
  MATCH (n)-[:EVIDENCED_BY]->(p:Passage)
  RETURN collect({id: p.id, chapter: p.chapter, section: p.section, line: p.line, gist: p.gist_en}) AS evidence
}
CALL (n) {
  MATCH (n)-[r]-(x:Entity)
  RETURN collect({link: r.id, type: type(r), out: startNode(r) = n, other: x.id, kind: x.kind, name: x.name_en, role: r.role, years: r.years,
    basis: r.basis, confidence: r.confidence, passages: r.evidence}) AS neighbours
}
CALL (n) {
  MATCH (m:Note) WHERE n.id IN m.about
  RETURN collect(properties(m)) AS notes
}
RETURN properties(n) AS entity, evidence, neighbours, notes
