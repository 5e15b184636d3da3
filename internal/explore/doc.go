// Package explore answers questions about single things and the ways between them: neighbours, explained paths, what a
// chosen set shares, institutions in several groups, a piece of the graph to draw, what changed between editions, and how
// well the data is covered by evidence. It reads one immutable snapshot.
package explore
