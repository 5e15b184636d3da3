package localneo4j

import (
	"os/exec"
	"syscall"
)

// tied prepares a child that the kernel terminates when this process is gone. It leads a process group of its own, so
// that Ctrl-C at a terminal reaches this process alone, which then closes things in order.
func tied(program string, args []string) (*exec.Cmd, *tie, error) {
	cmd := exec.Command(program, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM, Setpgid: true}
	return cmd, nil, nil
}
