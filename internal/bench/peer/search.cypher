CALL db.index.fulltext.queryNodes('crosswalk_entity_text', $q) YIELD node, score
RETURN node.id AS id, node.kind AS kind, node.name_en AS name_en, node.name_fr AS name_fr, node.name_es AS name_es, score
UNION ALL
CALL db.index.fulltext.queryNodes('crosswalk_passage_text', $q) YIELD node, score
RETURN node.id AS id, 'Passage' AS kind, node.gist_en AS name_en, node.gist_fr AS name_fr, node.gist_es AS name_es, score
