package graph

// BundleFormat is the format that this version reads and writes.
const BundleFormat = "crosswalk-bundle/1"

// Bundle is all that one report states: one file, closed (it declares every entity that it links).
type Bundle struct {
	Format   string    `json:"format"`
	Report   Report    `json:"report"`
	Passages []Passage `json:"passages"`
	Entities []Entity  `json:"entities"`
	Links    []Link    `json:"links"`
	Notes    []Note    `json:"notes" bundle:"optional"`
}
