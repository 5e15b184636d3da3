// name: find_things :many
// Things whose names, aliases or acronym hold the words, best match first; in the syntax of Lucene, accents and case do not
// count.
// @audience co-chair, analyst, dashboard
// @topic evidence
// @param  text string energy
// @param  limit int 20
// @param  lang string en
// @return thing string
// @return kind string
// @return name string
// @return score float

CALL db.index.fulltext.queryNodes('crosswalk_entity_text', $text, {limit: $limit}) YIELD node, score
RETURN node.id AS thing, node.kind AS kind, coalesce(node['name_' + $lang], node.name_en, node.name_fr, node.name_es) AS name, score
ORDER BY score DESC, thing
