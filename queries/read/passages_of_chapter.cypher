// name: passages_of_chapter :many
// The passages of a chapter in the order of the text, each with what rests on it.
// @audience analyst
// @topic evidence
// @param  chapter string group:cmp:energy
// @param  limit int 50
// @param  lang string en
// @return passage string
// @return section string
// @return paragraph int
// @return line int
// @return gist string
// @return things list

OPTIONAL MATCH (old:Redirect {old: $chapter})
MATCH (p:Passage {chapter: coalesce(old.new, $chapter)})
OPTIONAL MATCH (e:Entity)-[:EVIDENCED_BY]->(p)
WITH p, e ORDER BY e.id
WITH p, collect(e.id) AS things
RETURN p.id AS passage, reduce(path = '', s IN p.section | CASE WHEN path = '' THEN s ELSE path + ' › ' + s END) AS section, p.paragraph AS paragraph, p.line AS line, coalesce(p['gist_' + $lang], p.gist_en, p.gist_fr, p.gist_es) AS gist, things
ORDER BY p.report, p.start, passage LIMIT $limit
