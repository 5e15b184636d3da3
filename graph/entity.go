package graph

// Entity is one thing that a report names, as one bundle states it.
type Entity struct {
	ID         string            `json:"id"`
	Kind       Kind              `json:"kind"`
	Name       Names             `json:"name"`
	NameSource map[string]string `json:"name_source,omitempty"` // language → "ours", where no official name is known
	Aliases    []string          `json:"aliases,omitempty"`     // further surface forms, sorted
	Properties Properties        `json:"properties,omitempty"`
	Evidence   []string          `json:"evidence,omitempty"` // passage ids, in the order of the text
}
