//go:build unix && !linux

package localneo4j

import "os/exec"

// tied prepares a child that ends when this process is gone: see watched.
func tied(program string, args []string) (*exec.Cmd, *tie, error) { return watched(program, args) }
