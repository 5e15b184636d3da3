package localneo4j

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"time"
)

const consoleName = "console.log"

// errPortTaken: the server could not bind one of its ports.
var errPortTaken = errors.New("a port is taken")

// child is the server's process.
type child struct {
	cmd  *exec.Cmd
	tie  *tie
	log  string
	done chan struct{}
	err  error // how it ended; read after done
}

// launch starts the server in dir. The child dies with this process.
func launch(dir, lib string, heap int) (*child, error) {
	java, err := findJava()
	if err != nil {
		return nil, err
	}
	args := []string{"-Xms256m", "-Xmx" + strconv.Itoa(heap) + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"}
	for _, p := range []string{"java.nio", "java.io", "sun.nio.ch", "java.lang"} {
		args = append(args, "--add-opens=java.base/"+p+"=ALL-UNNAMED")
	}
	args = append(args, "-cp", filepath.Join(lib, "*"), "org.neo4j.server.CommunityEntryPoint",
		"--home-dir="+dir, "--config-dir="+filepath.Join(dir, "conf"))
	c := &child{log: filepath.Join(dir, "logs", consoleName), done: make(chan struct{})}
	out, err := os.Create(c.log)
	if err != nil {
		return nil, err
	}
	defer out.Close() // the child has its own
	if c.cmd, c.tie, err = tied(java, args); err != nil {
		return nil, err
	}
	c.cmd.Dir, c.cmd.Stdout, c.cmd.Stderr = dir, out, out
	started := make(chan error)
	go c.run(started)
	if err := <-started; err != nil {
		return nil, err
	}
	return c, nil
}

// run starts the child and waits for it on one thread: on Linux a child dies with the thread that started it.
func (c *child) run(started chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	err := c.cmd.Start()
	started <- err
	if err != nil {
		c.tie.cut()
		return
	}
	c.tie.started()
	c.err = c.cmd.Wait()
	c.tie.cut()
	close(c.done)
}

func (c *child) pid() int { return c.cmd.Process.Pid }

// await waits until the server answers by HTTP, the child ends, or ctx does.
func (c *child) await(ctx context.Context, url string) error {
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			return err
		}
		if resp, err := local.Do(req); err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-c.done:
			return c.failure()
		case <-ctx.Done():
			return fmt.Errorf("it did not answer at %s: %w\n%s", url, ctx.Err(), c.tail())
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// failure says how a child that ended by itself ended.
func (c *child) failure() error {
	log := c.tail()
	if bytes.Contains([]byte(log), []byte("Address already in use")) {
		return fmt.Errorf("%w\n%s", errPortTaken, log)
	}
	return fmt.Errorf("it ended by itself (%v); the end of %s:\n%s", c.err, c.log, log)
}

func (c *child) tail() string {
	text, err := os.ReadFile(c.log)
	if err != nil {
		return err.Error()
	}
	return tail(text, 25)
}

// terminate asks the server to close its database and waits for that at most so long.
func (c *child) terminate(wait time.Duration) {
	if interrupt(c.cmd.Process) != nil {
		return
	}
	select {
	case <-c.done:
	case <-time.After(wait):
	}
}

// kill ends the child and waits until it is gone.
func (c *child) kill() {
	killTree(c.cmd.Process)
	<-c.done
}
