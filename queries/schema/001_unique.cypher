// What makes rows unique. An entity is found by its id alone, or by its kind and id; a link by its type and key.

// query: store_id
// does: keeps one node that loaders lock
CREATE CONSTRAINT crosswalk_store_id IF NOT EXISTS FOR (n:CrosswalkStore) REQUIRE n.id IS UNIQUE

// query: release_number
// does: makes each release unique by number
CREATE CONSTRAINT crosswalk_release_number IF NOT EXISTS FOR (n:Release) REQUIRE n.number IS UNIQUE

// query: release_load_id
// does: makes each load unique by load_id
CREATE CONSTRAINT crosswalk_release_load_id IF NOT EXISTS FOR (n:Release) REQUIRE n.load_id IS UNIQUE

// query: bundle_hash
// does: makes each bundle unique by hash
CREATE CONSTRAINT crosswalk_bundle_hash IF NOT EXISTS FOR (n:Bundle) REQUIRE n.hash IS UNIQUE

// query: source_name
// does: makes each attached source text unique by name
CREATE CONSTRAINT crosswalk_source_name IF NOT EXISTS FOR (n:Source) REQUIRE n.name IS UNIQUE

// query: judgement_set_hash
// does: makes each set of judgements unique by hash
CREATE CONSTRAINT crosswalk_judgement_set_hash IF NOT EXISTS FOR (n:JudgementSet) REQUIRE n.hash IS UNIQUE

// query: entity_id
// does: makes each entity unique by id
CREATE CONSTRAINT crosswalk_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE

// query: passage_id
// does: makes each passage unique by id
CREATE CONSTRAINT crosswalk_passage_id IF NOT EXISTS FOR (n:Passage) REQUIRE n.id IS UNIQUE

// query: note_id
// does: makes each note unique by id
CREATE CONSTRAINT crosswalk_note_id IF NOT EXISTS FOR (n:Note) REQUIRE n.id IS UNIQUE

// query: redirect_old
// does: makes each redirect unique by old
CREATE CONSTRAINT crosswalk_redirect_old IF NOT EXISTS FOR (n:Redirect) REQUIRE n.old IS UNIQUE

// query: part_place
// does: makes each part of a stored text unique by what it is a part of and its number
CREATE CONSTRAINT crosswalk_part_place IF NOT EXISTS FOR (n:Part) REQUIRE (n.of, n.number) IS UNIQUE

// query: kind_partnership
// does: finds a Partnership by its id
CREATE CONSTRAINT crosswalk_kind_partnership IF NOT EXISTS FOR (n:Partnership) REQUIRE n.id IS UNIQUE

// query: kind_working_group
// does: finds a WorkingGroup by its id
CREATE CONSTRAINT crosswalk_kind_working_group IF NOT EXISTS FOR (n:WorkingGroup) REQUIRE n.id IS UNIQUE

// query: kind_institution
// does: finds a Institution by its id
CREATE CONSTRAINT crosswalk_kind_institution IF NOT EXISTS FOR (n:Institution) REQUIRE n.id IS UNIQUE

// query: kind_person
// does: finds a Person by its id
CREATE CONSTRAINT crosswalk_kind_person IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE

// query: kind_project
// does: finds a Project by its id
CREATE CONSTRAINT crosswalk_kind_project IF NOT EXISTS FOR (n:Project) REQUIRE n.id IS UNIQUE

// query: kind_session
// does: finds a Session by its id
CREATE CONSTRAINT crosswalk_kind_session IF NOT EXISTS FOR (n:Session) REQUIRE n.id IS UNIQUE

// query: kind_commitment
// does: finds a Commitment by its id
CREATE CONSTRAINT crosswalk_kind_commitment IF NOT EXISTS FOR (n:Commitment) REQUIRE n.id IS UNIQUE

// query: kind_theme
// does: finds a Theme by its id
CREATE CONSTRAINT crosswalk_kind_theme IF NOT EXISTS FOR (n:Theme) REQUIRE n.id IS UNIQUE

// query: kind_figure
// does: finds a Figure by its id
CREATE CONSTRAINT crosswalk_kind_figure IF NOT EXISTS FOR (n:Figure) REQUIRE n.id IS UNIQUE

// query: kind_place
// does: finds a Place by its id
CREATE CONSTRAINT crosswalk_kind_place IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE

// query: kind_report
// does: finds a Report by its id
CREATE CONSTRAINT crosswalk_kind_report IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE

// query: link_co_chairs
// does: makes each CO_CHAIRS unique by its key
CREATE CONSTRAINT crosswalk_link_co_chairs IF NOT EXISTS FOR ()-[r:CO_CHAIRS]-() REQUIRE r.key IS UNIQUE

// query: link_affiliated_with
// does: makes each AFFILIATED_WITH unique by its key
CREATE CONSTRAINT crosswalk_link_affiliated_with IF NOT EXISTS FOR ()-[r:AFFILIATED_WITH]-() REQUIRE r.key IS UNIQUE

// query: link_participates_in
// does: makes each PARTICIPATES_IN unique by its key
CREATE CONSTRAINT crosswalk_link_participates_in IF NOT EXISTS FOR ()-[r:PARTICIPATES_IN]-() REQUIRE r.key IS UNIQUE

// query: link_holds
// does: makes each HOLDS unique by its key
CREATE CONSTRAINT crosswalk_link_holds IF NOT EXISTS FOR ()-[r:HOLDS]-() REQUIRE r.key IS UNIQUE

// query: link_runs
// does: makes each RUNS unique by its key
CREATE CONSTRAINT crosswalk_link_runs IF NOT EXISTS FOR ()-[r:RUNS]-() REQUIRE r.key IS UNIQUE

// query: link_involved_in
// does: makes each INVOLVED_IN unique by its key
CREATE CONSTRAINT crosswalk_link_involved_in IF NOT EXISTS FOR ()-[r:INVOLVED_IN]-() REQUIRE r.key IS UNIQUE

// query: link_commits_to
// does: makes each COMMITS_TO unique by its key
CREATE CONSTRAINT crosswalk_link_commits_to IF NOT EXISTS FOR ()-[r:COMMITS_TO]-() REQUIRE r.key IS UNIQUE

// query: link_concerns
// does: makes each CONCERNS unique by its key
CREATE CONSTRAINT crosswalk_link_concerns IF NOT EXISTS FOR ()-[r:CONCERNS]-() REQUIRE r.key IS UNIQUE

// query: link_responsible_for
// does: makes each RESPONSIBLE_FOR unique by its key
CREATE CONSTRAINT crosswalk_link_responsible_for IF NOT EXISTS FOR ()-[r:RESPONSIBLE_FOR]-() REQUIRE r.key IS UNIQUE

// query: link_addresses
// does: makes each ADDRESSES unique by its key
CREATE CONSTRAINT crosswalk_link_addresses IF NOT EXISTS FOR ()-[r:ADDRESSES]-() REQUIRE r.key IS UNIQUE

// query: link_refers_to
// does: makes each REFERS_TO unique by its key
CREATE CONSTRAINT crosswalk_link_refers_to IF NOT EXISTS FOR ()-[r:REFERS_TO]-() REQUIRE r.key IS UNIQUE

// query: link_reports_on
// does: makes each REPORTS_ON unique by its key
CREATE CONSTRAINT crosswalk_link_reports_on IF NOT EXISTS FOR ()-[r:REPORTS_ON]-() REQUIRE r.key IS UNIQUE

// query: link_states
// does: makes each STATES unique by its key
CREATE CONSTRAINT crosswalk_link_states IF NOT EXISTS FOR ()-[r:STATES]-() REQUIRE r.key IS UNIQUE

// query: link_about
// does: makes each ABOUT unique by its key
CREATE CONSTRAINT crosswalk_link_about IF NOT EXISTS FOR ()-[r:ABOUT]-() REQUIRE r.key IS UNIQUE

// query: link_part_of
// does: makes each PART_OF unique by its key
CREATE CONSTRAINT crosswalk_link_part_of IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.key IS UNIQUE

// query: link_follows
// does: makes each FOLLOWS unique by its key
CREATE CONSTRAINT crosswalk_link_follows IF NOT EXISTS FOR ()-[r:FOLLOWS]-() REQUIRE r.key IS UNIQUE

// query: link_succeeded_by
// does: makes each SUCCEEDED_BY unique by its key
CREATE CONSTRAINT crosswalk_link_succeeded_by IF NOT EXISTS FOR ()-[r:SUCCEEDED_BY]-() REQUIRE r.key IS UNIQUE

// query: link_broader
// does: makes each BROADER unique by its key
CREATE CONSTRAINT crosswalk_link_broader IF NOT EXISTS FOR ()-[r:BROADER]-() REQUIRE r.key IS UNIQUE

// query: link_located_in
// does: makes each LOCATED_IN unique by its key
CREATE CONSTRAINT crosswalk_link_located_in IF NOT EXISTS FOR ()-[r:LOCATED_IN]-() REQUIRE r.key IS UNIQUE
