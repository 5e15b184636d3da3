package localneo4j

import (
	"os"
	"os/exec"
)

// tie ties nothing on Windows: there a server outlives a parent that is killed, and Stop alone ends it.
type tie struct{}

func (*tie) started() {}
func (*tie) cut()     {}

func tied(program string, args []string) (*exec.Cmd, *tie, error) {
	return exec.Command(program, args...), nil, nil
}

func interrupt(p *os.Process) error { return p.Kill() }

func killTree(p *os.Process) { _ = p.Kill() }
