package localneo4j

import (
	"io"
	"time"
)

// Options says how Start runs the server. The zero value gives a temporary database on free ports.
type Options struct {
	// Dir is the folder of data, logs and password, kept between runs. Empty: a temporary folder that Stop removes.
	Dir string
	// BoltPort and HTTPPort are ports of 127.0.0.1; 0 takes a free one.
	BoltPort, HTTPPort int
	// Heap bounds the server's heap, in megabytes; 0 means 1500.
	Heap int
	// Wait bounds how long the server may take to answer; 0 means two minutes.
	Wait time.Duration
	// Log takes lines for people (a first fetch takes a while); nil: none.
	Log io.Writer
}

func (o Options) withDefaults() Options {
	if o.Heap == 0 {
		o.Heap = 1500
	}
	if o.Wait == 0 {
		o.Wait = 2 * time.Minute
	}
	return o
}
