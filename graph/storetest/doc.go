// Package storetest is the conformance suite that every store of graphs passes:
//
//	func TestConformance(t *testing.T) {
//		storetest.Run(t, func(t *testing.T) storetest.Store { return open(t) }, storetest.Reopen(reopen))
//	}
//
// What a store must give back is worked out by graph.State and graph.Merge alone, so that all stores are held to the same
// bytes. The bundles are small, fictional and the suite's own; Extra runs part of the suite over others as well.
package storetest
