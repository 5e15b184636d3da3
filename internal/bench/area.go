package main

// The areas, in the order in which they are measured.
const (
	loads    = "loads"
	starts   = "starts"
	answers  = "answers in process"
	overHTTP = "answers over HTTP"
	routes   = "routes"
	memory   = "memory and swaps"
	partners = "partners"
)

// The figures that targets name.
const (
	loadNeo4j     = "Neo4j: many bundles a change"
	snapshotNeo4j = "snapshot from Neo4j"
	startImage    = "process to first answer, image"
	bytesLink     = "bytes a link"
	bytesPassage  = "bytes a passage"
	peakSwap      = "heap at a swap, peak to before"
)

// The peers.
const (
	boltPeer     = "Neo4j, Bolt"
	queryAPIPeer = "Neo4j, HTTP"
	mergePeer    = "raw UNWIND … MERGE"
	streamPeer   = "raw streaming"
	barePeer     = "bare net/http"
)
