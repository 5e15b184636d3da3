// Package opportunity says which collaboration is missing: groups (pairs and triples) and institutions that have
// something specific in common and have not yet worked together on it, with the reasons for and against, and what the
// report itself proposes. Ω = A·G orders them: A what they have in common, G = 1 - S what is not yet there.
//
// What joint events say never argues for a joint event: a support needs a paragraph of its own, on each side, outside
// everything that tells of joint work.
package opportunity
