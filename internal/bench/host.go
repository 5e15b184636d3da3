package main

import (
	"net"
	"net/http"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/bench/peer"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// prefix is where the service's routes stand.
const prefix = "/api/v1"

// host is a server on a free port of this machine, and a client that keeps its connections.
type host struct {
	url    string
	server *http.Server
	client *http.Client
}

// anyRate is a rate that no client reaches: what is measured counts requests, and refuses none.
const anyRate = 1 << 30

// listen serves all routes of a service, as the program does: who asks is looked at, and how often.
func listen(svc *service.Service) (*host, error) {
	h, err := api.New(api.Options{Service: svc, Version: "bench", Timeout: time.Minute, CacheBytes: 64 << 20, Gate: access.NewGate(nil, access.Reader, time.Now), Rate: anyRate})
	if err != nil {
		return nil, err
	}
	return serve(h)
}

// serve answers by a handler until close.
func serve(handler http.Handler) (*host, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	h := &host{"http://" + l.Addr().String(), &http.Server{Addr: l.Addr().String(), Handler: handler, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 90 * time.Second, IdleTimeout: 2 * time.Minute},
		&http.Client{Transport: &http.Transport{DisableCompression: true}}}
	go func() { _ = h.server.Serve(l) }() // ends with close
	return h, nil
}

func (h *host) close() {
	h.client.CloseIdleConnections()
	_ = h.server.Close()
}

// cypher is the text of a query of the catalogue or of the peer.
func (b *bench) cypher(name string) (string, error) { return text(name, peer.Text) }
