package neo4jstore_test

import (
	"bytes"
	"net"
	"net/url"
	"sync"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
)

// boltCommit is Bolt's COMMIT message in its chunk: two bytes of length, a struct of no fields, its tag, the end.
var boltCommit = []byte{0x00, 0x02, 0xb0, 0x12, 0x00, 0x00}

// cutting says where a proxy cuts every connection, once: after so many bytes that the store sent, or at a commit, before the
// server gets it or when its answer comes. Where stay is set, the server stays away afterwards.
type cutting struct {
	after                      int
	beforeCommit, answerCommit bool
	stay                       bool
}

// proxy stands between a store and its server.
type proxy struct {
	listener net.Listener
	server   string

	mu    sync.Mutex
	plan  cutting
	pairs []*pair
	sent  int // bytes that the store sent since the plan was set
	cuts  int
}

// pair is one connection.
type pair struct {
	store, server net.Conn
	mute          bool // the next answer is not passed on: it is the sign to cut
}

// throughProxy puts a proxy before the server that cfg names.
func throughProxy(t *testing.T, cfg *neo4jstore.Config) *proxy {
	t.Helper()
	u, err := url.Parse(cfg.URI)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{listener: l, server: u.Host}
	cfg.URI = "bolt://" + l.Addr().String()
	go p.serve()
	t.Cleanup(func() { l.Close(); p.cut() })
	return p
}

// set begins a plan; the zero plan lets everything pass.
func (p *proxy) set(next cutting) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.plan, p.sent, p.cuts = next, 0, 0
}

// passed is how many bytes the store sent since the plan was set, and whether the connections were cut.
func (p *proxy) passed() (sent int, cut bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.sent, p.cuts > 0
}

func (p *proxy) serve() {
	for {
		store, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.server)
		p.mu.Lock()
		if err != nil || p.plan.stay && p.cuts > 0 {
			store.Close()
			if server != nil {
				server.Close()
			}
			p.mu.Unlock()
			continue
		}
		c := &pair{store: store, server: server}
		p.pairs = append(p.pairs, c)
		p.mu.Unlock()
		go p.pump(store, server, func(data []byte) bool { return p.toServer(c, data) })
		go p.pump(server, store, func(data []byte) bool { return p.toStore(c, data) })
	}
}

// pump reads until the connection ends, which ends the other side too, or pass says to cut.
func (p *proxy) pump(from, to net.Conn, pass func([]byte) bool) {
	defer to.Close()
	buf := make([]byte, 32<<10)
	for {
		n, err := from.Read(buf)
		if n > 0 && !pass(buf[:n]) {
			p.cut()
			return
		}
		if err != nil {
			return
		}
	}
}

func (p *proxy) toServer(c *pair, data []byte) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sent += len(data)
	at := bytes.Index(data, boltCommit)
	switch {
	case p.cuts > 0:
	case p.plan.after > 0 && p.sent > p.plan.after:
		c.server.Write(data[:len(data)/2])
		p.cuts++
		return false
	case p.plan.beforeCommit && at >= 0:
		p.cuts++
		return false
	case p.plan.answerCommit && at >= 0:
		c.mute = true
	}
	c.server.Write(data)
	return true
}

func (p *proxy) toStore(c *pair, data []byte) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if c.mute {
		c.mute = false
		p.cuts++
		return false
	}
	c.store.Write(data)
	return true
}

// cut ends every connection at once, without a word.
func (p *proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.pairs {
		for _, conn := range []net.Conn{c.store, c.server} {
			conn.(*net.TCPConn).SetLinger(0)
			conn.Close()
		}
	}
	p.pairs = nil
}
