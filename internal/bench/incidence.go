package main

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// incidence is a file that says which institution takes part in what: pairs of little-endian int32, no pair twice.
type incidence struct {
	path                        string
	institutions, things, links int
}

// draw writes a file of so many institutions and five times as many links, as uneven as real ones: the first thing touches
// thousands, most a few.
func draw(path string, institutions int) (incidence, error) {
	f := incidence{path: path, institutions: institutions, things: institutions}
	rng := rand.New(rand.NewPCG(1, 2))
	return f, f.write(func(put func(z, thing int) error) error {
		for z := range institutions {
			things := make([]int, 1+rng.IntN(9))
			for i := range things {
				u := rng.Float64()
				things[i] = int(float64(f.things) * u * u)
			}
			slices.Sort(things)
			for _, thing := range slices.Compact(things) {
				f.links++
				if err := put(z, thing); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// incidenceOf writes what institutions of a ranking's graph take part in: groups, what names them, and the themes of that.
func incidenceOf(path string, r *crosswalk.Ranking) (incidence, error) {
	s := r.Model().Snapshot()
	all := s.Nodes(graph.Institution)
	f := incidence{path: path, institutions: len(all), things: s.NumEntities()}
	return f, f.write(func(put func(z, thing int) error) error {
		for i, z := range all {
			var things []graph.Node
			for _, g := range r.Model().PartnerGroups(z) {
				things = append(things, r.Model().Groups()[g])
			}
			for _, t := range []graph.LinkType{graph.ParticipatesIn, graph.InvolvedIn, graph.ResponsibleFor} {
				for _, e := range s.Out(z, t) {
					things = append(things, s.To(e))
					for _, a := range s.Out(s.To(e), graph.Addresses) {
						things = append(things, s.To(a))
					}
				}
			}
			slices.Sort(things)
			for _, thing := range slices.Compact(things) {
				f.links++
				if err := put(i, int(thing)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// read reads the file.
func (f *incidence) read() ([]opportunity.Touch, error) {
	raw, err := os.ReadFile(f.path)
	if err != nil {
		return nil, err
	}
	touches := make([]opportunity.Touch, len(raw)/8)
	for i := range touches {
		touches[i] = opportunity.Touch{Thing: int32(binary.LittleEndian.Uint32(raw[8*i:])), Feature: int32(binary.LittleEndian.Uint32(raw[8*i+4:]))}
	}
	return touches, nil
}

func (f *incidence) write(rows func(put func(z, thing int) error) error) error {
	file, err := os.Create(f.path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(file, 1<<20)
	err = rows(func(z, thing int) error { return pairTo(w, z, thing) })
	return errors.Join(err, w.Flush(), file.Close())
}

func pairTo(w io.Writer, z, thing int) error {
	var b [8]byte
	binary.LittleEndian.PutUint32(b[:4], uint32(z))
	binary.LittleEndian.PutUint32(b[4:], uint32(thing))
	_, err := w.Write(b[:])
	return err
}
