// Code generated from the graph's vocabulary by go generate; DO NOT EDIT.

package queries

// Labels are the labels of nodes that queries may name, each with the properties that its nodes can have.
var Labels = map[string][]string{
	"Partnership":  {"aliases", "evidence", "founded", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "reports", "statements", "valid_from", "valid_to"},
	"WorkingGroup": {"acronym", "aliases", "closing_side", "evidence", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "reports", "said_status", "statements", "status", "valid_from", "valid_to"},
	"Institution":  {"acronym", "aliases", "country", "evidence", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "named", "parent_of_record", "reports", "ror", "said_named", "said_parent_of_record", "said_type", "statements", "type", "valid_from", "valid_to", "wikidata"},
	"Person":       {"aliases", "evidence", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "reports", "statements"},
	"Project":      {"aliases", "amount_currency", "amount_period", "amount_value", "countries", "end", "evidence", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "reports", "said_end", "said_start", "said_status", "said_type", "start", "statements", "status", "type"},
	"Session":      {"aliases", "countries", "dated", "end", "evidence", "format", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "ordinal", "recurring", "reports", "said_dated", "said_end", "said_start", "said_status", "start", "statements", "status"},
	"Commitment":   {"aliases", "due", "evidence", "firmness", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "reports", "said_firmness", "said_status", "side", "statements", "status"},
	"Theme":        {"aliases", "circumstance", "evidence", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "reports", "statements", "terms", "terms_en", "terms_es", "terms_fr"},
	"Figure":       {"aliases", "as_written", "currency", "end", "evidence", "id", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "qualifier", "reports", "said_end", "said_start", "start", "statements", "target", "unit", "value", "value_to"},
	"Place":        {"aliases", "country", "evidence", "id", "iso3166_2", "kind", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "reports", "statements"},
	"Report":       {"aliases", "evidence", "id", "kind", "language", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "partnership", "reader", "reports", "sha256", "statements", "text_bytes", "text_sha256", "url", "work", "year"},
	"Entity":       {"acronym", "aliases", "amount_currency", "amount_period", "amount_value", "as_written", "circumstance", "closing_side", "countries", "country", "currency", "dated", "due", "end", "evidence", "firmness", "format", "founded", "id", "iso3166_2", "kind", "language", "name_en", "name_es", "name_fr", "name_source_en", "name_source_es", "name_source_fr", "named", "ordinal", "parent_of_record", "partnership", "qualifier", "reader", "recurring", "reports", "ror", "said_dated", "said_end", "said_firmness", "said_named", "said_parent_of_record", "said_start", "said_status", "said_type", "sha256", "side", "start", "statements", "status", "target", "terms", "terms_en", "terms_es", "terms_fr", "text_bytes", "text_sha256", "type", "unit", "url", "valid_from", "valid_to", "value", "value_to", "wikidata", "work", "year"},
	"Passage":      {"chapter", "end", "gist_en", "gist_es", "gist_fr", "id", "line", "page", "paragraph", "quote", "report", "section", "start"},
	"Note":         {"about", "evidence", "gist_en", "gist_es", "gist_fr", "id", "kind", "report"},
	"Redirect":     {"new", "old"},
}

// RelationshipTypes are the types of relationships, each with the properties that its relationships can have.
var RelationshipTypes = map[string][]string{
	"CO_CHAIRS":       {"basis", "confidence", "confidences", "evidence", "id", "key", "on_behalf_of", "reports", "rule", "said_status", "sector", "side", "since", "statements", "status", "title", "until", "years"},
	"AFFILIATED_WITH": {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "title", "until", "years"},
	"PARTICIPATES_IN": {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "role", "rule", "since", "statements", "until", "years"},
	"HOLDS":           {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"RUNS":            {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "role", "rule", "since", "statements", "until", "years"},
	"INVOLVED_IN":     {"amount_currency", "amount_period", "amount_value", "basis", "confidence", "confidences", "evidence", "id", "key", "reports", "role", "rule", "since", "statements", "until", "years"},
	"COMMITS_TO":      {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"CONCERNS":        {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"RESPONSIBLE_FOR": {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"ADDRESSES":       {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "stance", "statements", "until", "years"},
	"REFERS_TO":       {"about", "basis", "confidence", "confidences", "evidence", "id", "key", "kind", "reports", "role", "rule", "said_status", "since", "statements", "status", "until", "years"},
	"REPORTS_ON":      {"basis", "chapter", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"STATES":          {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"ABOUT":           {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"PART_OF":         {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"FOLLOWS":         {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"SUCCEEDED_BY":    {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"BROADER":         {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"LOCATED_IN":      {"basis", "confidence", "confidences", "evidence", "id", "key", "reports", "rule", "since", "statements", "until", "years"},
	"EVIDENCED_BY":    {},
}
