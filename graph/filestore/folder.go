package filestore

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
)

// folder is the path of the store's folder; its methods name the files within.
type folder string

func (f folder) path(name ...string) string {
	return filepath.Join(append([]string{string(f)}, name...)...)
}

func (f folder) manifest() string { return f.path("manifest.json") }
func (f folder) lock() string     { return f.path("lock") }

// class is one subfolder of files named by hash.
type class struct{ dir, ext string }

var (
	bundles    = class{"bundles", ".json.gz"}
	judgements = class{"judgements", ".json.gz"}
	texts      = class{"texts", ".txt.gz"}
	quotes     = class{"quotes", ".json.gz"}
	images     = class{"images", ".image"}
)

var classes = []class{bundles, judgements, texts, quotes, images}

func (f folder) file(c class, hash string) string { return f.path(c.dir, hash+c.ext) }

// settle makes all names durable that a manifest may name: those that this load wrote, and those that it found, which a load that
// was killed may have written without coming to that.
func (f folder) settle() error {
	for _, c := range []class{bundles, judgements, texts, quotes} {
		if err := syncDir(f.path(c.dir)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return syncDir(string(f))
}

// hash is the hash that a file name of the class holds, and whether it is one.
func (c class) hash(name string) (string, bool) {
	h, ok := strings.CutSuffix(name, c.ext)
	return h, ok && len(h) == 64 && strings.Trim(h, "0123456789abcdef") == ""
}
