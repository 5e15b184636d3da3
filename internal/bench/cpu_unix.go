//go:build unix

package main

import "syscall"

// processor is the processor time that this process has taken, in seconds: unlike the clock it does not count what other
// programs took meanwhile. ok is false where the system does not tell.
func processor() (seconds float64, ok bool) {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0, false
	}
	of := func(t syscall.Timeval) float64 { return float64(t.Sec) + float64(t.Usec)/1e6 }
	return of(u.Utime) + of(u.Stime), true
}
