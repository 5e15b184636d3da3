package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"unsafe"
)

// tracer follows, by ptrace, every system call of a process that changes something in a disk's folder, and may end the process just
// before one of them. It needs no privileges, and none of the store's help.
type tracer struct {
	disk   *disk
	killAt int // number of the call before which the process is killed, from 1; 0: never
	calls  int // that changed something, so far
	pid    int
	open   map[int]call // what each thread is in
	err    error
}

// call is one system call on its way.
type call struct {
	number   uint64
	args     [6]uint64
	path, to string
}

// syscallInfo is the kernel's ptrace_syscall_info.
type syscallInfo struct {
	Op   uint8
	_    [3]uint8
	Arch uint32
	_    [2]uint64
	// on entry the number and the arguments, on exit the result
	Data [8]uint64
}

const (
	getSyscallInfo = 0x420e // PTRACE_GET_SYSCALL_INFO
	exitKill       = 0x100000
	waitNoThread   = 0x20000000 // __WNOTHREAD
	onEntry        = 1
	onExit         = 2
)

// traced starts a prepared worker, does between while it runs, and follows it to its end. between must see to it that the
// worker ends.
func (t *tracer) traced(w *worker, between func()) error {
	runtime.LockOSThread() // the kernel takes orders from the thread that started the process alone
	defer runtime.UnlockOSThread()
	w.cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if err := w.cmd.Start(); err != nil {
		return fmt.Errorf("%w: no process can be traced here: %w", errNotHere, err)
	}
	t.pid, t.open = w.cmd.Process.Pid, map[int]call{}
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(t.pid, &status, syscall.WALL, nil); err != nil || !status.Stopped() {
		return fmt.Errorf("the traced process did not stop: %v", err)
	}
	const goodSyscalls = 1 // PTRACE_O_TRACESYSGOOD
	if err := syscall.PtraceSetOptions(t.pid, goodSyscalls|syscall.PTRACE_O_TRACECLONE|exitKill); err != nil {
		return err
	}
	done := make(chan struct{})
	go func() { defer close(done); between() }()
	err := t.follow()
	<-done
	return err
}

// follow lets the process run from stop to stop until it has ended.
func (t *tracer) follow() error {
	for tid, deliver := t.pid, 0; ; {
		_ = syscall.PtraceSyscall(tid, deliver) // a thread that was killed meanwhile needs no telling
		var status syscall.WaitStatus
		var err error
		for {
			tid, err = syscall.Wait4(-1, &status, syscall.WALL|waitNoThread, nil)
			if err == syscall.EINTR {
				continue
			}
			if err != nil {
				return fmt.Errorf("wait for the traced process: %w", err)
			}
			if status.Stopped() {
				break
			}
			if tid == t.pid {
				return t.err
			}
		}
		deliver = t.stopped(tid, status.StopSignal())
	}
}

// stopped looks at why a thread stopped and says which signal it is to get.
func (t *tracer) stopped(tid int, why syscall.Signal) (deliver int) {
	switch why {
	case syscall.SIGTRAP | 0x80:
		t.atCall(tid)
		return 0
	case syscall.SIGTRAP, syscall.SIGSTOP: // a thread begins
		return 0
	}
	return int(why)
}

func (t *tracer) atCall(tid int) {
	var info syscallInfo
	if _, _, e := syscall.Syscall6(syscall.SYS_PTRACE, getSyscallInfo, uintptr(tid), unsafe.Sizeof(info), uintptr(unsafe.Pointer(&info)), 0, 0); e != 0 {
		if e != syscall.ESRCH { // it was killed
			t.err = fmt.Errorf("ask for a system call: %w", e)
		}
		return
	}
	switch info.Op {
	case onEntry:
		delete(t.open, tid)
		c := call{number: info.Data[0], args: [6]uint64(info.Data[1:7])}
		if !t.changes(&c) {
			return
		}
		t.open[tid] = c
		if t.calls++; t.calls == t.killAt {
			_ = syscall.Kill(t.pid, syscall.SIGKILL)
		}
	case onExit:
		if c, ok := t.open[tid]; ok && int64(info.Data[0]) >= 0 {
			if err := t.happened(c); err != nil && t.err == nil {
				t.err = err
			}
		}
		delete(t.open, tid)
	}
}

// changes reports whether a call changes something in the folder, and finds its paths.
func (t *tracer) changes(c *call) bool {
	const creates = syscall.O_CREAT | syscall.O_TRUNC
	switch c.number {
	case syscall.SYS_OPENAT:
		if c.args[2]&creates == 0 {
			return false
		}
		c.path = t.at(c.args[0], c.args[1])
	case syscall.SYS_MKDIRAT, syscall.SYS_UNLINKAT:
		c.path = t.at(c.args[0], c.args[1])
	case syscall.SYS_RENAMEAT:
		c.path, c.to = t.at(c.args[0], c.args[1]), t.at(c.args[2], c.args[3])
	case syscall.SYS_WRITE, syscall.SYS_PWRITE64, syscall.SYS_FTRUNCATE, syscall.SYS_FSYNC, syscall.SYS_FDATASYNC:
		c.path, _ = os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", t.pid, int32(c.args[0])))
	default:
		return false
	}
	return t.disk.within(c.path) || c.path == t.disk.root
}

// happened takes in a call that succeeded.
func (t *tracer) happened(c call) error {
	switch c.number {
	case syscall.SYS_OPENAT:
		t.disk.opened(c.path, c.args[2]&syscall.O_TRUNC != 0)
	case syscall.SYS_MKDIRAT:
		t.disk.madeDir(c.path)
	case syscall.SYS_UNLINKAT:
		t.disk.leave(c.path)
	case syscall.SYS_RENAMEAT:
		t.disk.renamed(c.path, c.to)
	case syscall.SYS_FSYNC, syscall.SYS_FDATASYNC:
		return t.disk.synced(c.path)
	default:
		t.disk.written(c.path)
	}
	return nil
}

// at is the path that a call names: relative to an open folder, or to the one that the process is in.
func (t *tracer) at(folder, address uint64) string {
	path := t.text(address)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	from := "/proc/" + strconv.Itoa(t.pid) + "/cwd"
	if fd := int32(folder); fd >= 0 {
		from = fmt.Sprintf("/proc/%d/fd/%d", t.pid, fd)
	}
	dir, _ := os.Readlink(from)
	return filepath.Join(dir, path)
}

// text reads a text that ends in a zero byte from the process's memory.
func (t *tracer) text(address uint64) string {
	f, err := os.Open("/proc/" + strconv.Itoa(t.pid) + "/mem")
	if err != nil {
		return ""
	}
	defer f.Close()
	buf := make([]byte, syscall.PathMax)
	n, _ := f.ReadAt(buf, int64(address)) // what lies behind the text's page may not be there
	text, _, _ := bytes.Cut(buf[:n], []byte{0})
	return string(text)
}
