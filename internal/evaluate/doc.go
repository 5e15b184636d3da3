// Package evaluate judges rankings by what came after: it ranks pairs as of one year and looks at which of them do
// something together in the next (rolling origin); it hides one event and looks whether its pair still ranks above pairs
// that have none (leave one event out); and, where the truth behind a synthetic partnership is known, it compares the ranking
// with that.
//
// Beside the published ranking stand baselines that anyone could compute in an afternoon, under the same metrics, with the
// same ties, on the same pairs. Every figure has an interval, bootstrapped from a fixed seed over what is independent:
// partnerships where there are several, else years or events. Findings say in words what the figures can and cannot show.
package evaluate
