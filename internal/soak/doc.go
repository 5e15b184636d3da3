// Command soak kills and cuts for real, and holds what is left against a model of what was acknowledged:
//
//	go run ./internal/soak                     all trials, on both stores, 50 kills each (make soak)
//	go run ./internal/soak -kills 5            a short run
//	go run ./internal/soak -only folder/power -seed 7
//
// A trial does something to a store in another process, ends that process (SIGKILL at a drawn moment, a disk that is full, a
// connection that is reset, the database itself killed, the power taken away), opens what is left anew and audits it: it must
// be the graph before or the graph after, whole, to the row and the byte; after, if the process had said so; every
// release that was ever acknowledged is still in the history. Then the same load is made again and must change nothing if it
// had been made, and make it if not.
//
// Every draw comes from the seed, which the summary prints: the same seed draws the same changes and the same moments. A moment
// is a part of the measured length of the operation, so that a kill by the clock is repeated only nearly; a kill by the
// number of the system call (folder/power, on Linux) is repeated exactly.
//
// Everything runs on this machine, on loopback addresses and in temporary folders, and ends by itself. Only processes
// that the harness started are ended, by their number.
package main
