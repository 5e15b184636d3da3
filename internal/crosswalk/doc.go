// Package crosswalk says what links two working groups of a partnership: the events that hold both (sessions,
// projects, commitments, references), what both have in common (institutions, themes), a score with all its parts, a
// band that says in words what happened, and the matrix of all pairs.
//
// It is pure: one immutable snapshot in, the same answer out, no clock, no database. The model of scores is
// described in the README's method chapter; formulas stand beside the code that applies them.
package crosswalk
