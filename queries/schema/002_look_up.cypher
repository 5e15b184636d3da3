// What else is looked up: a report's passages, and words in names and gists.

// query: passage_report
// does: finds the passages of a report
CREATE INDEX crosswalk_passage_report IF NOT EXISTS FOR (n:Passage) ON (n.report)

// query: entity_text
// does: finds entities by words of their names
CREATE FULLTEXT INDEX crosswalk_entity_text IF NOT EXISTS
FOR (n:Entity) ON EACH [n.name_en, n.name_fr, n.name_es, n.aliases, n.acronym]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}

// query: passage_text
// does: finds passages by words of their gists
CREATE FULLTEXT INDEX crosswalk_passage_text IF NOT EXISTS
FOR (n:Passage) ON EACH [n.gist_en, n.gist_fr, n.gist_es]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding'}}
