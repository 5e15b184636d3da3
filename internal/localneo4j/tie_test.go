//go:build unix

package localneo4j

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The test binary runs itself as a parent that is then killed: see TestMain.
const parentVariable = "LOCALNEO4J_TEST_PARENT"

func TestMain(m *testing.M) {
	switch os.Getenv(parentVariable) {
	case "neo4j":
		s, err := Start(context.Background(), Options{Dir: os.Args[1]})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(s.PID)
		select {}
	case "watched":
		cmd, tie, err := watched("sleep", []string{"600"})
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		tie.started()
		fmt.Println(cmd.Process.Pid)
		select {}
	}
	os.Exit(m.Run())
}

func TestServerDiesWithAParentThatIsKilled(t *testing.T) {
	needs(t)
	killedParentTakesChild(t, "neo4j", t.TempDir())
}

func TestWatchedChildDiesWithAParentThatIsKilled(t *testing.T) {
	killedParentTakesChild(t, "watched", "")
}

func killedParentTakesChild(t *testing.T, kind, dir string) {
	t.Helper()
	parent := exec.Command(os.Args[0], dir)
	parent.Env = append(os.Environ(), parentVariable+"="+kind)
	parent.Stderr = os.Stderr
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the parent printed no process id: %v", err)
	}
	pid, err := strconv.Atoi(line[:len(line)-1])
	if err != nil {
		t.Fatal(err)
	}
	if !groupAlive(pid) {
		t.Fatalf("child %d is not there", pid)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	for end := time.Now().Add(20 * time.Second); groupAlive(pid); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			_ = syscall.Kill(-pid, syscall.SIGKILL)
			t.Fatalf("child %d outlives its parent by 20 s", pid)
		}
	}
}

// groupAlive reports whether a process of the group that pid leads still runs; a zombie does not.
func groupAlive(pid int) bool {
	out, err := exec.Command("ps", "-A", "-o", "pgid=,stat=").Output()
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		if len(f) == 2 && f[0] == strconv.Itoa(pid) && f[1][0] != 'Z' {
			return true
		}
	}
	return false
}

func TestWatchedChildEndsByItself(t *testing.T) {
	cmd, tie, err := watched("sh", []string{"-c", "exit 7"})
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	tie.started()
	err = cmd.Wait()
	tie.cut()
	if cmd.ProcessState.ExitCode() != 7 {
		t.Errorf("%v, want the child's own code 7", err)
	}
	for end := time.Now().Add(10 * time.Second); groupAlive(cmd.Process.Pid); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the watching shell outlives the child and its pipe")
		}
	}
}
