// Command bench measures Crosswalk and, in the same run and on the same data, what one would use without it: Neo4j asked
// directly over Bolt and over HTTP, raw UNWIND … MERGE, a bare net/http handler, SciPy and igraph.
//
//	go run ./internal/bench                      scales 1 and 100
//	go run ./internal/bench -scale 400 -json f   another size, figures to a file
//	go run ./internal/bench -only answers,http   some of the areas
//
// A scale is how many editions of the size of 2018 there are: up to twenty years of each partnership. Every figure is a median
// over n runs with the 5 to 95 % range, stands beside its peers, and says what limits it. Whatever is measured is real:
// stores on disk, a Neo4j server, processes, loopback connections. Everything ends by itself, and what was started or written
// is gone afterwards.
package main
