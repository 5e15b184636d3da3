// name: passages_about :many
// Every passage on which a thing rests, in the order of the text.
// @audience co-chair, analyst
// @topic evidence
// @param  thing string group:cmp:human-capital
// @param  lang string en
// @return passage string
// @return report string
// @return chapter string
// @return section string
// @return paragraph int
// @return line int
// @return gist string

OPTIONAL MATCH (old:Redirect {old: $thing})
MATCH (e:Entity {id: coalesce(old.new, $thing)})-[:EVIDENCED_BY]->(p:Passage)
RETURN p.id AS passage, p.report AS report, coalesce(p.chapter, '') AS chapter, reduce(path = '', s IN p.section | CASE WHEN path = '' THEN s ELSE path + ' › ' + s END) AS section,
  p.paragraph AS paragraph, p.line AS line, coalesce(p['gist_' + $lang], p.gist_en, p.gist_fr, p.gist_es) AS gist
ORDER BY report, p.start, passage
