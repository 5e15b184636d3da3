package localneo4j

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

// Server is a running private Neo4j.
type Server struct {
	Address
	dir       string
	temporary bool
	child     *child
	lock      *flock.Flock
	stop      sync.Once
}

// Start fetches Neo4j where it is not in the cache yet, starts it as a child of this process and waits until it answers
// and has a password of its own. ctx bounds the start alone: the server runs on until Stop, or until this process
// ends in whatever way. Errors: ErrMissing without Java (or Maven, for the first fetch), ErrRunning where another process runs
// one on o.Dir; a server that does not come up is an error with the end of its log, and its folder is kept.
func Start(ctx context.Context, o Options) (*Server, error) {
	o = o.withDefaults()
	if _, err := findJava(); err != nil {
		return nil, err
	}
	lib, err := Fetch(ctx, o.Log)
	if err != nil {
		return nil, err
	}
	s := &Server{dir: o.Dir}
	if o.Dir == "" {
		s.temporary = true
		sweep(time.Now())
		if s.dir, err = os.MkdirTemp("", temporaryPrefix); err != nil {
			return nil, fmt.Errorf("start Neo4j: %w", err)
		}
	}
	if s.dir, err = filepath.Abs(s.dir); err != nil {
		return nil, fmt.Errorf("start Neo4j: %w", err)
	}
	if s.lock, err = claim(s.dir); err != nil {
		return nil, err
	}
	if err := s.start(ctx, lib, o); err != nil {
		s.kill()
		return nil, fmt.Errorf("start Neo4j %s in %s: %w", Version, s.dir, err)
	}
	return s, nil
}

// start tries again with other ports where somebody took the free ones in the meantime.
func (s *Server) start(ctx context.Context, lib string, o Options) error {
	var err error
	for range 3 {
		if err = s.try(ctx, lib, o); !errors.Is(err, errPortTaken) || o.BoltPort != 0 && o.HTTPPort != 0 {
			return err
		}
	}
	return err
}

func (s *Server) try(ctx context.Context, lib string, o Options) error {
	bolt, http, err := ports(o)
	if err != nil {
		return err
	}
	if err := writeConf(s.dir, bolt, http); err != nil {
		return err
	}
	if s.child, err = launch(s.dir, lib, o.Heap); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, o.Wait)
	defer cancel()
	s.Address = Address{
		URI:  fmt.Sprintf("bolt://127.0.0.1:%d", bolt),
		HTTP: fmt.Sprintf("http://127.0.0.1:%d", http),
		PID:  s.child.pid(), Username: "neo4j",
	}
	if err := s.child.await(ctx, s.HTTP); err != nil {
		s.child.kill()
		return err
	}
	if s.Password, err = ownPassword(ctx, s.HTTP, s.dir); err != nil {
		return err
	}
	return publish(s.dir, s.Address)
}

// Dir is the folder of the server's data and logs.
func (s *Server) Dir() string { return s.dir }

// Log is the file of what the server printed.
func (s *Server) Log() string { return filepath.Join(s.dir, "logs", consoleName) }

// PasswordFile is the file that holds the user's password; only this user can read it.
func (s *Server) PasswordFile() string { return PasswordFile(s.dir) }

// Done is closed when the server has ended, by Stop or by itself.
func (s *Server) Done() <-chan struct{} { return s.child.done }

// Stop ends the server and waits until it is gone: a kept database is closed in order (20 seconds at most, then
// killed, which it survives), a temporary one is killed and its folder removed. It may be called more than once.
func (s *Server) Stop() error {
	var err error
	s.stop.Do(func() {
		if !s.temporary {
			s.child.terminate(20 * time.Second)
		}
		s.kill()
		if s.temporary {
			err = os.RemoveAll(s.dir)
		}
	})
	return err
}

// kill ends the child at once and gives the folder back.
func (s *Server) kill() {
	if s.child != nil {
		s.child.kill()
	}
	_ = os.Remove(filepath.Join(s.dir, addressName))
	_ = s.lock.Unlock()
}
