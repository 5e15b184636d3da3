package storetest

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Run runs the whole suite. open gives each test that calls it an empty store of its own, closed by t.Cleanup; no test calls
// it twice, and none runs beside another, so that stores may share one database. The store must have been opened with
// defaults, apart from what options say.
func Run(t *testing.T, open func(t *testing.T) graph.Store, options ...Option) {
	s := &suite{open: open, keep: 20}
	for _, o := range options {
		o(s)
	}
	for _, c := range cases {
		if c.needs != nil && !c.needs(s) {
			continue
		}
		t.Run(c.name, func(t *testing.T) { c.run(t, s) })
	}
}

// Option adds to the suite what not every store can do.
type Option func(*suite)

// Reopen adds tests of what lasts: f closes s and opens the same data anew, closed by t.Cleanup.
func Reopen(f func(t *testing.T, s graph.Store) graph.Store) Option {
	return func(s *suite) { s.reopen = f }
}

// Beside adds tests of two processes at one store: f opens the data of s, which stays open, once more, as another
// process would.
func Beside(f func(t *testing.T, s graph.Store) graph.Store) Option {
	return func(s *suite) { s.beside = f }
}

// Fault adds a test of a load that is cut off: f makes the change in a way that fails on the way (a killed process, a lost
// connection, a full disk) and gives back the error that the loader saw. Afterwards s must be usable, as it is
// or by reconnecting. May be given several times, each with a name of its own.
func Fault(name string, f func(t *testing.T, s graph.Store, c graph.Change) error) Option {
	return func(s *suite) { s.faults = append(s.faults, fault{name, f}) }
}

// Extra runs tests over further bundles, of different reports and valid.
func Extra(bundles ...graph.Bundle) Option {
	return func(s *suite) { s.extra = append(s.extra, bundles...) }
}

// Keep says how many past releases the store keeps, 20 unless told otherwise; fewer make the suite faster.
func Keep(n int) Option { return func(s *suite) { s.keep = n } }

type suite struct {
	open   func(t *testing.T) graph.Store
	reopen func(t *testing.T, s graph.Store) graph.Store
	beside func(t *testing.T, s graph.Store) graph.Store
	faults []fault
	extra  []graph.Bundle
	keep   int
}

type fault struct {
	name string
	run  func(t *testing.T, s graph.Store, c graph.Change) error
}

// testCase is one test of the suite; needs says whether the store offers what it takes.
type testCase struct {
	name  string
	run   func(t *testing.T, s *suite)
	needs func(s *suite) bool
}

var cases = []testCase{
	{name: "Empty", run: testEmpty},
	{name: "Load", run: testLoad},
	{name: "Progress", run: testProgress},
	{name: "Plan", run: testPlan},
	{name: "Replace", run: testReplace},
	{name: "Withdraw", run: testWithdraw},
	{name: "Order", run: testOrder},
	{name: "Change", run: testChange},
	{name: "Releases", run: testReleases},
	{name: "Past", run: testPast},
	{name: "Pruned", run: testPruned},
	{name: "Bundle", run: testBundle},
	{name: "Judgements", run: testJudgements},
	{name: "JudgementsRefused", run: testJudgementsRefused},
	{name: "Attach", run: testAttach},
	{name: "AttachAndReload", run: testAttachAndReload},
	{name: "QuotesBrought", run: testQuotesBrought},
	{name: "QuotesKey", run: testQuotesKey},
	{name: "QuotesBeside", run: testQuotesBeside, needs: func(s *suite) bool { return s.beside != nil }},
	{name: "Invalid", run: testInvalid},
	{name: "Loaders", run: testLoaders},
	{name: "Readers", run: testReaders},
	{name: "Cancelled", run: testCancelled},
	{name: "CancelledOnTheWay", run: testCancelledOnTheWay},
	{name: "Reopen", run: testReopen, needs: func(s *suite) bool { return s.reopen != nil }},
	{name: "Beside", run: testBeside, needs: func(s *suite) bool { return s.beside != nil }},
	{name: "Fault", run: testFaults, needs: func(s *suite) bool { return len(s.faults) > 0 }},
	{name: "Extra", run: testExtra, needs: func(s *suite) bool { return len(s.extra) > 0 }},
}
