package localneo4j

import (
	_ "embed"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

//go:embed neo4j.conf
var conf string

// ports gives the ports of o, free ones where it names none.
func ports(o Options) (bolt, http int, err error) {
	var held []net.Listener // until both are known, so that they differ
	defer func() {
		for _, l := range held {
			l.Close()
		}
	}()
	port := func(flag string, wanted int) int {
		if err != nil {
			return 0
		}
		var l net.Listener
		if l, err = net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(wanted))); err != nil {
			err = fmt.Errorf("port %d (%s) cannot be had: %w; choose another, or leave it out for a free one", wanted, flag, err)
			return 0
		}
		held = append(held, l)
		return l.Addr().(*net.TCPAddr).Port
	}
	bolt, http = port("for Bolt", o.BoltPort), port("for HTTP", o.HTTPPort)
	return bolt, http, err
}

// writeConf lays the configuration for one start.
func writeConf(dir string, bolt, http int) error {
	for _, d := range []string{"conf", "logs", "data"} {
		if err := os.MkdirAll(filepath.Join(dir, d), 0o700); err != nil {
			return err
		}
	}
	text := strings.NewReplacer("{{bolt}}", strconv.Itoa(bolt), "{{http}}", strconv.Itoa(http)).Replace(conf)
	return os.WriteFile(filepath.Join(dir, "conf", "neo4j.conf"), []byte(text), 0o600)
}
