// name: links_of_pair :many
// What the report says two groups did, agreed or proposed together, with each passage that says so: sessions that both hold,
// projects that both run, commitments that both share, and passages of a chapter, or of the part on the whole partnership, that
// name both.
// @audience co-chair, analyst
// @topic links
// @param  group_a string group:cmp:energy
// @param  group_b string group:cmp:mining
// @param  lang string en
// @return channel string
// @return item string
// @return name string
// @return status string
// @return report string
// @return section string
// @return paragraph int
// @return line int
// @return gist string

OPTIONAL MATCH (old_a:Redirect {old: $group_a})
OPTIONAL MATCH (old_b:Redirect {old: $group_b})
MATCH (a:WorkingGroup {id: coalesce(old_a.new, $group_a)})
MATCH (b:WorkingGroup {id: coalesce(old_b.new, $group_b)})
CALL (a, b) {
  MATCH (a)-[x:HOLDS|RUNS|COMMITS_TO]->(e)<-[y:HOLDS|RUNS|COMMITS_TO]-(b)
  WHERE coalesce(x.role, '') <> 'mentions' AND coalesce(y.role, '') <> 'mentions'
  RETURN CASE WHEN e:Session THEN 'session' WHEN e:Project THEN 'project' ELSE 'commitment' END AS channel, e.id AS item, coalesce(e['name_' + $lang], e.name_en, e.name_fr, e.name_es) AS name,
    coalesce(e.firmness, e.status, 'not stated') AS status, x.evidence + y.evidence AS told
  UNION ALL
  MATCH (x)-[r:REFERS_TO]->(y) WHERE a.id IN [x.id, y.id] + coalesce(r.about, []) AND b.id IN [x.id, y.id] + coalesce(r.about, [])
  RETURN 'reference' AS channel, r.id AS item, coalesce(r.role, r.kind, '') AS name, coalesce(r.status, 'not stated') AS status, r.evidence AS told
}
UNWIND told AS passage
MATCH (p:Passage {id: passage})
WITH DISTINCT channel, item, name, status, p
RETURN channel, item, name, status, p.report AS report, reduce(path = '', s IN p.section | CASE WHEN path = '' THEN s ELSE path + ' › ' + s END) AS section,
  p.paragraph AS paragraph, p.line AS line, coalesce(p['gist_' + $lang], p.gist_en, p.gist_fr, p.gist_es) AS gist
ORDER BY channel, item, report, p.start, p.id
