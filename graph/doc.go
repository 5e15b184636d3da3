// Package graph is the vocabulary of Crosswalk: what a partnership's annual
// report states (entities, links, the passages that say so), the bundle file
// that carries one report, the pure function that merges bundles into one graph,
// and the immutable snapshot from which every answer is computed.
//
// Names follow the W3C Organization Ontology, schema.org, SKOS and PROV-O where
// those have the word. The package imports only the standard library and
// golang.org/x/text; stores live beneath it and pass one conformance suite
// (graph/storetest).
package graph
