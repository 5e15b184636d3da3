package filestore

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"reflect"
	"strings"

	"github.com/gofrs/flock"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// imageFormat changes with the encoding; what it encodes is told by shape.
const imageFormat = "crosswalk-image/1"

// image is what an image holds of a graph: what is stated. What follows from it by graph.NewMergedEntity and
// graph.NewMergedLink is made again, so that an image stays small and its graph shares memory as a merged one does.
type image struct {
	Reports   []graph.Report
	Passages  []graph.Passage
	Entities  [][]graph.EntityStatement
	Links     [][]graph.LinkStatement
	Notes     []graph.Note
	Redirects []graph.Redirect
}

// shape is a hash of the fields that an image holds: one that was made before they changed does not fit.
var shape = func() string {
	var b strings.Builder
	describe(&b, reflect.TypeFor[image](), map[reflect.Type]bool{})
	for _, v := range anyTypes {
		describe(&b, v, map[reflect.Type]bool{})
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:8])
}()

func describe(b *strings.Builder, t reflect.Type, within map[reflect.Type]bool) {
	fmt.Fprintf(b, "%s %s;", t.Kind(), t.Name())
	switch t.Kind() {
	case reflect.Slice:
		describe(b, t.Elem(), within)
	case reflect.Map:
		describe(b, t.Key(), within)
		describe(b, t.Elem(), within)
	case reflect.Struct:
		if within[t] {
			return
		}
		within[t] = true
		for i := range t.NumField() {
			f := t.Field(i)
			fmt.Fprintf(b, "%s %q ", f.Name, f.Tag)
			describe(b, f.Type, within)
		}
	}
}

// encodeImage is g as an image's bytes: a line that names format, shape, the graph's digest and the SHA-256 of the rest.
func encodeImage(digest string, g *graph.Graph) ([]byte, error) {
	im := image{Reports: g.Reports, Passages: g.Passages, Notes: g.Notes, Redirects: g.Redirects}
	for i := range g.Entities {
		im.Entities = append(im.Entities, g.Entities[i].Statements)
	}
	for i := range g.Links {
		im.Links = append(im.Links, g.Links[i].Statements)
	}
	var e encoder
	if err := e.encode(reflect.ValueOf(im)); err != nil {
		return nil, err
	}
	body := e.bytes()
	sum := sha256.Sum256(body)
	return append([]byte(imageHead(digest, sum)), body...), nil
}

func imageHead(digest string, sum [sha256.Size]byte) string {
	return fmt.Sprintf("%s %s %s %x\n", imageFormat, shape, digest, sum)
}

// decodeImage is the graph of an image, if it is whole, of this version and of that digest.
func decodeImage(digest string, content []byte) (*graph.Graph, error) {
	head, body, _ := strings.Cut(string(content), "\n")
	if want := imageHead(digest, sha256.Sum256(content[min(len(head)+1, len(content)):])); head+"\n" != want {
		return nil, fmt.Errorf("the image's first line is %.200q, not %q", head, want)
	}
	var im image
	if err := newDecoder(body).decode(reflect.ValueOf(&im).Elem()); err != nil {
		return nil, err
	}
	g := &graph.Graph{Reports: im.Reports, Passages: im.Passages, Notes: im.Notes, Redirects: im.Redirects}
	for _, st := range im.Entities {
		if len(st) == 0 {
			return nil, errImage
		}
		g.Entities = append(g.Entities, graph.NewMergedEntity(st))
	}
	for _, st := range im.Links {
		if len(st) == 0 {
			return nil, errImage
		}
		g.Links = append(g.Links, graph.NewMergedLink(st[0].Key(st[0].Year), st))
	}
	return g, nil
}

// readImage is the graph of that digest, where an image of it is there that can be used.
func (f folder) readImage(digest string) (*graph.Graph, bool) {
	content, err := os.ReadFile(f.file(images, digest))
	if err != nil {
		return nil, false
	}
	g, err := decodeImage(digest, content)
	return g, err == nil
}

// writeImage keeps an image. Failing is no error: an image only saves time. It needs not be durable either, since one that is
// not whole is not used.
func (f folder) writeImage(digest string, g *graph.Graph) {
	content, err := encodeImage(digest, g)
	if err == nil {
		err = makeDir(f.path(images.dir))
	}
	if err == nil {
		_ = put(f.file(images, digest), content, false)
	}
}

// renewImage writes the image of the current release where it is missing or of no use, unless a loader is at work (which will
// write one itself) or the folder cannot be written.
func (s *Store) renewImage(m *manifest, g *graph.Graph) {
	lock := flock.New(s.dir.lock(), flock.SetPermissions(0o644))
	if got, err := lock.TryLock(); err != nil || !got {
		return
	}
	defer lock.Close()
	if now, err := s.manifest(); err == nil && now.current.LoadID == m.current.LoadID {
		s.dir.writeImage(m.current.Digest, g)
	}
}
