package api

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// answerKey is a hash of all that an answer depends on: graph, quotes, method, route, path and query, and the date.
func answerKey(s *graph.Snapshot, parts ...string) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x1f%s\x1f%s", s.Release().Digest, s.QuotesKey(), crosswalk.MethodVersion)
	for _, p := range parts {
		h.Write([]byte("\x1f" + p))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// beside is what an answer depends on beside the graph, empty for most: see releasesIn.
func beside(in input, s *graph.Snapshot) string {
	if v, ok := in.(interface{ dependsOn(*graph.Snapshot) string }); ok {
		return v.dependsOn(s)
	}
	return ""
}

// zipped is what compression adds to an ETag: other bytes, so another strong tag. The library writes -zstd where it uses that.
const zipped = "-gzip"

// matches is the tag of an If-None-Match header that means the answer with the given tag: weak ones compare alike (RFC 9110),
// those of compressed answers mean the same answer; empty where there is none. A star is not heard: it means any answer
// that exists, which is not known before one is computed.
func matches(header, tag string) string {
	for _, t := range strings.Split(header, ",") {
		t = strings.TrimPrefix(strings.TrimSpace(t), "W/")
		for _, suffix := range []string{"", zipped, "-zstd"} {
			if t == strings.TrimSuffix(tag, `"`)+suffix+`"` {
				return t
			}
		}
	}
	return ""
}
