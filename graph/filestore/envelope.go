package filestore

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// envelope is a JSON file that names its format and carries a checksum of its body.
type envelope struct {
	Format string          `json:"format"`
	SHA256 string          `json:"sha256"` // of the bytes of body
	Body   json.RawMessage `json:"body"`
}

// seal encodes body within an envelope.
func seal(format string, body any) ([]byte, error) {
	b, err := json.MarshalIndent(body, " ", " ")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b)
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n \"format\": %q,\n \"sha256\": %q,\n \"body\": %s\n}\n", format, hex.EncodeToString(sum[:]), b)
	return out.Bytes(), nil
}

// unseal decodes a file's body. Errors: graph.ErrNewer for a later format of that name, else ErrDamaged.
func unseal(path string, content []byte, format, remedy string, body any) error {
	var e envelope
	if err := json.Unmarshal(content, &e); err != nil {
		return damaged(path, fmt.Sprintf("is not whole (%v)", err), remedy)
	}
	if e.Format != format {
		if later(e.Format, format) {
			return fmt.Errorf("%s has the format %s, and this version reads %s: %w", path, e.Format, format, graph.ErrNewer)
		}
		return damaged(path, fmt.Sprintf("has the format %q, not %s", e.Format, format), remedy)
	}
	if sum := sha256.Sum256(e.Body); hex.EncodeToString(sum[:]) != e.SHA256 {
		return damaged(path, "was altered (its checksum does not fit)", remedy)
	}
	if err := json.Unmarshal(e.Body, body); err != nil {
		return damaged(path, fmt.Sprintf("cannot be read (%v)", err), remedy)
	}
	return nil
}

// later reports whether got is a later number of the format known, both name/number.
func later(got, known string) bool {
	name, number, _ := strings.Cut(known, "/")
	rest, ok := strings.CutPrefix(got, name+"/")
	a, errA := strconv.Atoi(rest)
	b, errB := strconv.Atoi(number)
	return ok && errA == nil && errB == nil && a > b
}
