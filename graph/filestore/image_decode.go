package filestore

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// errImage: the bytes are no image. It leads to merging anew and is not shown.
var errImage = errors.New("not an image")

// decoder reads what encoder writes. Texts stay parts of the one text that the image was read into.
type decoder struct {
	texts  []string
	rest   string
	broken bool // rest is of no use: everything is read as zero from here
}

func newDecoder(body string) *decoder {
	d := &decoder{rest: body}
	lengths := make([]int, d.length())
	for i := range lengths {
		lengths[i] = d.length()
	}
	d.texts = make([]string, len(lengths))
	for i, n := range lengths {
		d.texts[i] = d.take(n)
	}
	return d
}

// decode fills v and must use up all bytes.
func (d *decoder) decode(v reflect.Value) error {
	d.value(v)
	if d.broken || d.rest != "" {
		return errImage
	}
	return nil
}

func (d *decoder) take(n int) string {
	if n < 0 || n > len(d.rest) {
		d.broken, d.rest = true, ""
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

// uint reads an unsigned varint by hand, since encoding/binary reads bytes alone.
func (d *decoder) uint() uint64 {
	var n uint64
	for i := 0; i < len(d.rest) && i < binary.MaxVarintLen64; i++ {
		b := d.rest[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			d.rest = d.rest[i+1:]
			return n
		}
	}
	d.broken, d.rest = true, ""
	return 0
}

// length is a number of things of at least one byte each that are still to come.
func (d *decoder) length() int {
	n := d.uint()
	if n > uint64(len(d.rest)) {
		d.broken, d.rest = true, ""
		return 0
	}
	return int(n)
}

// list is the length of a list or map, -1 for nil.
func (d *decoder) list() int {
	n := d.uint()
	if n > uint64(len(d.rest))+1 {
		d.broken, d.rest = true, ""
		return -1
	}
	return int(n) - 1
}

func (d *decoder) text() string {
	n := d.uint()
	if n >= uint64(len(d.texts)) {
		d.broken, d.rest = true, ""
		return ""
	}
	return d.texts[n]
}

func (d *decoder) value(v reflect.Value) {
	switch p := v.Addr().Interface().(type) { // those that come most often, without reflection
	case *string:
		*p = d.text()
		return
	case *[]string:
		*p = d.strings()
		return
	case *graph.Names:
		*p = d.names()
		return
	case *graph.Properties:
		*p = d.properties()
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(d.text())
	case reflect.Bool:
		v.SetBool(d.uint() == 1)
	case reflect.Int:
		n := d.uint()
		v.SetInt(int64(n>>1) ^ -int64(n&1))
	case reflect.Float64:
		v.SetFloat(d.float())
	case reflect.Slice:
		d.slice(v)
	case reflect.Map:
		d.mapping(v)
	case reflect.Struct:
		for i := range v.NumField() {
			d.value(v.Field(i))
		}
	default:
		d.broken = true
	}
}

func (d *decoder) slice(v reflect.Value) {
	n := d.list()
	if n < 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := 0; i < n && !d.broken; i++ {
		d.value(v.Index(i))
	}
}

func (d *decoder) mapping(v reflect.Value) {
	n := d.list()
	if n < 0 {
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), n))
	key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
	for i := 0; i < n && !d.broken; i++ {
		key.SetString(d.text())
		value.SetZero()
		d.value(value)
		v.SetMapIndex(key, value)
	}
}

func (d *decoder) strings() []string {
	n := d.list()
	if n < 0 {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = d.text()
	}
	return out
}

func (d *decoder) names() graph.Names {
	n := d.list()
	if n < 0 {
		return nil
	}
	out := make(graph.Names, n)
	for range n {
		key := d.text()
		out[key] = d.text()
	}
	return out
}

func (d *decoder) properties() graph.Properties {
	n := d.list()
	if n < 0 {
		return nil
	}
	out := make(graph.Properties, n)
	for range n {
		key := d.text()
		out[key] = d.any()
	}
	return out
}

func (d *decoder) any() any {
	switch tag := d.uint(); tag {
	case 0:
		return nil
	case 1:
		return d.text()
	case 2:
		return d.uint() == 1
	case 3:
		return d.float()
	case 4:
		return d.strings()
	default:
		if tag >= uint64(len(anyTypes)) {
			d.broken = true
			return nil
		}
		v := reflect.New(anyTypes[tag]).Elem()
		d.value(v)
		return v.Interface()
	}
}

func (d *decoder) float() float64 {
	b := d.take(8)
	if len(b) < 8 {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64([]byte(b)))
}
