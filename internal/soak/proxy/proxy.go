// Package proxy stands between a Bolt client and its server on this machine and resets their connections at a chosen place: after
// so many bytes, or at a commit, before the server gets it or when its answer comes.
package proxy

import (
	"bytes"
	"net"
	"net/url"
	"sync"
)

// boltCommit is Bolt's COMMIT message in its chunk: two bytes of length, a struct of no fields, its tag, the end.
var boltCommit = []byte{0x00, 0x02, 0xb0, 0x12, 0x00, 0x00}

// Cut says where every connection is cut, once. The zero Cut lets everything pass.
type Cut struct {
	After        int  // when the client has sent more bytes, of which half the last piece still passes
	AfterAnswers int  // when the server has sent more bytes
	BeforeCommit bool // the server does not get the commit
	AnswerCommit bool // the server gets it, the client does not get the answer
	Stay         bool // the server stays away afterwards
}

// Proxy takes connections until Close. Its methods may be called at once from many goroutines.
type Proxy struct {
	listener net.Listener
	server   string

	mu             sync.Mutex
	plan           Cut
	pairs          []*pair
	sent, answered int // bytes since the plan was set
	cuts           int
}

// pair is one connection.
type pair struct {
	client, server net.Conn
	mute           bool // the next answer is not passed on: it is the sign to cut
}

// Listen opens a proxy, on a free loopback port, before the server that uri names.
func Listen(uri string) (*Proxy, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &Proxy{listener: l, server: u.Host}
	go p.serve()
	return p, nil
}

// URI is where clients reach the server through the proxy.
func (p *Proxy) URI() string { return "bolt://" + p.listener.Addr().String() }

// Close takes no more connections and cuts those there are.
func (p *Proxy) Close() {
	p.listener.Close()
	p.cut()
}

// Set begins a plan and counts anew.
func (p *Proxy) Set(next Cut) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.plan, p.sent, p.answered, p.cuts = next, 0, 0, 0
}

// Passed is how many bytes the client sent since the plan was set, and whether the connections were cut.
func (p *Proxy) Passed() (sent int, cut bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.sent, p.cuts > 0
}

// Answered is how many bytes the server sent since the plan was set.
func (p *Proxy) Answered() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.answered
}

func (p *Proxy) serve() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("tcp", p.server)
		p.mu.Lock()
		if err != nil || p.plan.Stay && p.cuts > 0 {
			client.Close()
			if server != nil {
				server.Close()
			}
			p.mu.Unlock()
			continue
		}
		c := &pair{client: client, server: server}
		p.pairs = append(p.pairs, c)
		p.mu.Unlock()
		go p.pump(client, server, func(data []byte) bool { return p.toServer(c, data) })
		go p.pump(server, client, func(data []byte) bool { return p.toClient(c, data) })
	}
}

// pump reads until the connection ends, which ends the other side too, or pass says to cut.
func (p *Proxy) pump(from, to net.Conn, pass func([]byte) bool) {
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

func (p *Proxy) toServer(c *pair, data []byte) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sent += len(data)
	at := bytes.Index(data, boltCommit)
	switch {
	case p.cuts > 0:
	case p.plan.After > 0 && p.sent > p.plan.After:
		_, _ = c.server.Write(data[:len(data)/2])
		p.cuts++
		return false
	case p.plan.BeforeCommit && at >= 0:
		p.cuts++
		return false
	case p.plan.AnswerCommit && at >= 0:
		c.mute = true
	}
	_, _ = c.server.Write(data)
	return true
}

func (p *Proxy) toClient(c *pair, data []byte) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.answered += len(data)
	if c.mute || p.cuts == 0 && p.plan.AfterAnswers > 0 && p.answered > p.plan.AfterAnswers {
		c.mute = false
		p.cuts++
		return false
	}
	_, _ = c.client.Write(data)
	return true
}

// cut ends every connection at once, without a word.
func (p *Proxy) cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.pairs {
		for _, conn := range []net.Conn{c.client, c.server} {
			_ = conn.(*net.TCPConn).SetLinger(0)
			conn.Close()
		}
	}
	p.pairs = nil
}
