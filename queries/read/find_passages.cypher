// name: find_passages :many
// Passages whose gists hold the words, best match first; in the syntax of Lucene, accents and case do not count.
// @audience co-chair, analyst, dashboard
// @topic evidence
// @param  text string climate
// @param  limit int 20
// @param  lang string en
// @return passage string
// @return report string
// @return section string
// @return paragraph int
// @return gist string
// @return score float

CALL db.index.fulltext.queryNodes('crosswalk_passage_text', $text, {limit: $limit}) YIELD node, score
RETURN node.id AS passage, node.report AS report, reduce(path = '', s IN node.section | CASE WHEN path = '' THEN s ELSE path + ' › ' + s END) AS section, node.paragraph AS paragraph,
  coalesce(node['gist_' + $lang], node.gist_en, node.gist_fr, node.gist_es) AS gist, score
ORDER BY score DESC, passage
