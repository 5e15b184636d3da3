package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
)

// apart gives a process name spaces of its own, in which it may mount.
func apart(cmd *exec.Cmd) error {
	own := func(id int) []syscall.SysProcIDMap {
		return []syscall.SysProcIDMap{{ContainerID: 0, HostID: id, Size: 1}}
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS, UidMappings: own(os.Getuid()), GidMappings: own(os.Getgid())}
	return nil
}

// mountSmall mounts an empty file system of spaceBytes, which is gone with the process.
func mountSmall(dir string) error {
	return syscall.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", spaceBytes))
}

// freeBytes is how much room a file system has.
func freeBytes(dir string) (int64, error) {
	var s syscall.Statfs_t
	err := syscall.Statfs(dir, &s)
	return int64(s.Bavail * uint64(s.Bsize)), err
}
