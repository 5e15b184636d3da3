// Package synth makes partnerships that never were: any number of them, of any size, for measurements, soak tests and the
// evaluation of rankings.
//
// What comes out are ordinary bundles, one for each partnership and year, as skewed as the edition of 2018 that was
// read closely (profile.go): a few institutions take part in many groups and most in one, most themes belong to one group,
// passages carry from none to dozens of links. Behind them stands a truth that no bundle tells: how much each pair of
// groups has to do with each other, how large each group is, and chance, in shares that can be chosen (truth.go).
//
// The same options give the same bytes on every machine: draws come from one explicit PCG for each partnership, decisions
// take no function whose last bit differs between processors, and nothing depends on the order of a map. Editions come one
// at a time; what is kept between them is one partnership's present state.
package synth
