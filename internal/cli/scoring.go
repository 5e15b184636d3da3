package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
)

// scoringFlags choose what links are computed from.
type scoringFlags struct {
	release     string
	partnership string
	asOf        int
	basis       []string
	confidence  float64
	set         []string
}

func (s *scoringFlags) add(c *cobra.Command) {
	addRelease(c, &s.release)
	f := c.Flags()
	f.StringVar(&s.partnership, "partnership", "", "id or name of the partnership (default: the only one)")
	f.IntVar(&s.asOf, "as-of", 0, "year that the answer is as of (default: the newest edition's)")
	f.StringSliceVar(&s.basis, "basis", nil, "count only links of these bases: stated, inferred, reviewed")
	f.Float64Var(&s.confidence, "min-confidence", 0, "count only links of at least this confidence")
	f.StringArrayVar(&s.set, "set", nil, "another parameter of the method, such as scoring.session.r=0.8")
}

func addRelease(c *cobra.Command, release *string) {
	c.Flags().StringVar(release, "release", "", "answer again from this release (16 hex digits or number)")
}

func (s *scoringFlags) options() (crosswalk.Options, error) {
	o := crosswalk.Options{Partnership: s.partnership, AsOf: s.asOf, MinConfidence: s.confidence}
	for _, b := range s.basis {
		if err := oneOf("basis", b, "stated", "inferred", "reviewed"); err != nil {
			return o, err
		}
		o.Bases = append(o.Bases, graph.Basis(b))
	}
	p, err := crosswalk.ParseSettings(s.set)
	if err != nil {
		return o, usageError{err}
	}
	o.Parameters = p
	return o, nil
}

// ranking is the ranking that the flags choose, with its options and snapshot.
func (a *app) ranking(ctx context.Context, s scoringFlags) (*crosswalk.Ranking, crosswalk.Options, *graph.Snapshot, error) {
	o, err := s.options()
	if err != nil {
		return nil, o, nil, err
	}
	snap, err := a.snapshot(ctx, s.release)
	if err != nil {
		return nil, o, nil, err
	}
	o.Partnership = partnershipID(snap, o.Partnership)
	r, err := a.open.svc.Ranking(snap, o)
	if all := snap.Nodes(graph.Partnership); err != nil && o.Partnership == "" && len(all) > 1 {
		_, short, _ := strings.Cut(snap.ID(all[0]), ":")
		err = fmt.Errorf("%w\nOn the command line: --partnership %s", err, short)
	}
	return r, o, snap, err
}

func (a *app) snapshot(ctx context.Context, release string) (*graph.Snapshot, error) {
	svc, err := a.service(ctx)
	if err != nil {
		return nil, err
	}
	telling, done := a.telling(ctx, quiet, "reading the graph")
	snap, err := svc.Snapshot(telling, release)
	done()
	if release != "" && (errors.Is(err, graph.ErrNotFound) || errors.Is(err, graph.ErrGone)) {
		return nil, fmt.Errorf("%w\nThose that were made are listed by: %s; --releases-keep says how many are kept", err, a.again("releases"))
	}
	if err != nil {
		return nil, a.explain(err)
	}
	return snap, a.holdsReports(snap, release)
}

// holdsReports refuses to answer from nothing: no row of a table would say so.
func (a *app) holdsReports(s *graph.Snapshot, release string) error {
	switch {
	case len(s.Reports()) > 0:
		return nil
	case release != "":
		return fmt.Errorf("release %s holds no report; what each one holds is listed by %s: %w", release, a.again("releases"), graph.ErrNotFound)
	}
	return fmt.Errorf("nothing is loaded. %s: %w", a.howToLoad(), graph.ErrNotFound)
}

// howToLoad says how an empty store gets something to answer from.
func (a *app) howToLoad() string {
	return fmt.Sprintf("Load the packaged edition (%s) or a bundle of your own (%s)", a.again("load --packaged "+editions.Names()[0]), a.again("load FILE"))
}
