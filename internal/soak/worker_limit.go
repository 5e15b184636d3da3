//go:build unix

package main

import (
	"errors"
	"os/signal"
	"syscall"
)

// restrict has the system refuse what the assignment says. SIGXFSZ is ignored so that writing gives an error, as a full disk
// does.
func restrict(a assignment) error {
	if a.Limit > 0 {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: a.Limit, Max: a.Limit}); err != nil {
			return err
		}
	}
	if a.User > 0 {
		return errors.Join(syscall.Setgid(a.User), syscall.Setuid(a.User))
	}
	return nil
}
