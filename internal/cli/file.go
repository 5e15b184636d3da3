package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// readFile reads a file that a command was given; - is standard input. Errors name it.
func (a *app) readFile(file string) ([]byte, error) {
	if file == "-" {
		b, err := readAtMost(a.stdin)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return b, nil
	}
	b, err := readPath(file)
	info, statErr := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file", file)
	case errors.Is(err, fs.ErrPermission):
		return nil, fmt.Errorf("%s: this user may not read it", file)
	case statErr == nil && info.IsDir():
		return nil, fmt.Errorf("%s: this is a folder; name a file", file)
	case err != nil:
		return nil, fmt.Errorf("%s: it cannot be read: %w", file, err)
	}
	return b, nil
}

// errEndless: what is read has no end, or one that is too far.
var errEndless = fmt.Errorf("it is larger than the limit of %d bytes", graph.DefaultMaxBytes)

func readPath(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAtMost(f)
}

// readAtMost reads no more than a bundle may have: a device or a pipe may have no end.
func readAtMost(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, graph.DefaultMaxBytes+1))
	if err == nil && len(b) > graph.DefaultMaxBytes {
		return nil, errEndless
	}
	return b, err
}

// shownFile is a file's name for people.
func shownFile(file string) string {
	if file == "-" {
		return "standard input"
	}
	return file
}

// readChange reads a bundle, or judgements where the file says that it is those.
func (a *app) readChange(file string) (graph.Change, error) {
	b, err := a.readFile(file)
	if err != nil {
		return graph.Change{}, err
	}
	if !isObject(b) {
		return graph.Change{}, fmt.Errorf("%s: 1:1: %s: %w", shownFile(file), fmt.Sprintf(noBundle, a.name), graph.ErrInvalid)
	}
	switch f := formatOf(b); f {
	case graph.JudgementsFormat:
		js, err := graph.DecodeJudgements(bytes.NewReader(b), shownFile(file))
		return graph.Change{Judge: js}, err
	case graph.BundleFormat, "": // a missing format is told among what else is missing
		bundle, err := graph.ReadBundle(bytes.NewReader(b), shownFile(file))
		return graph.Change{Put: []graph.Bundle{bundle}}, err
	default:
		return graph.Change{}, graph.Problems{{Source: shownFile(file), Path: "$.format", Rule: "format",
			Message: fmt.Sprintf("is %q; this program reads %s and %s", f, graph.BundleFormat, graph.JudgementsFormat)}}
	}
}

// noBundle is told of a file that is no JSON object at all, such as the report itself; %s is how the program is called.
const noBundle = `this is no bundle. A bundle is JSON, {"format": "` + graph.BundleFormat + `", …}, and holds what one report states;
its schema: %[1]s check --schema; an example: %[1]s export bundle --report cmp-2018. A report's own text is attached, not loaded: %[1]s attach FILE`

// isObject reports whether a text begins as a JSON object does; what a JSON reader says of nothing, of a byte order mark or of
// another JSON value is clear enough.
func isObject(b []byte) bool {
	t := bytes.TrimLeft(b, " \t\r\n")
	return len(t) == 0 || strings.ContainsRune("{[\"\xef", rune(t[0])) || bytes.HasPrefix(t, []byte("\xef\xbb\xbf")) || json.Valid(t)
}

// formatOf is the format that a file says it has, empty where it is no JSON or says none.
func formatOf(b []byte) string {
	var head struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(b, &head) != nil {
		return ""
	}
	return head.Format
}
