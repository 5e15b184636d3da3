//go:build unix

package localneo4j

import (
	"os"
	"os/exec"
	"syscall"
)

// watch runs its arguments and ends them when file descriptor 3, a pipe from the parent, is closed.
const watch = `"$@" 3<&- & child=$!; ( cat <&3 >/dev/null; kill -TERM $child ) 2>/dev/null & exec 3<&-; wait $child`

// tie is a pipe whose far end closes when this process is gone, however it ends. A nil tie ties nothing.
type tie struct{ near, far *os.File }

// watched prepares a child under a shell that terminates it when this process is gone, for systems whose kernel does not.
func watched(program string, args []string) (*exec.Cmd, *tie, error) {
	near, far, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	cmd := exec.Command("/bin/sh", append([]string{"-c", watch, "sh", program}, args...)...)
	cmd.ExtraFiles = []*os.File{near}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return cmd, &tie{near, far}, nil
}

// started lets go of the end that the child has.
func (t *tie) started() {
	if t != nil {
		t.near.Close()
	}
}

// cut closes the pipe.
func (t *tie) cut() {
	if t != nil {
		t.near.Close()
		t.far.Close()
	}
}

// interrupt asks the child and what it started to end.
func interrupt(p *os.Process) error { return syscall.Kill(-p.Pid, syscall.SIGTERM) }

// killTree ends the child and what it started at once.
func killTree(p *os.Process) { _ = syscall.Kill(-p.Pid, syscall.SIGKILL) }
