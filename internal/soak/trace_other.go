//go:build !linux

package main

import "fmt"

// tracer follows a process's system calls on Linux alone.
type tracer struct {
	disk   *disk
	killAt int
	calls  int
}

func (t *tracer) traced(*worker, func()) error {
	return fmt.Errorf("%w: system calls are followed on Linux alone", errNotHere)
}
