package neo4jstore

import (
	"context"
	"encoding/json"
	"fmt"
	"sort"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Release is the current release; the zero Release where nothing was ever loaded.
func (s *Store) Release(ctx context.Context) (r graph.Release, err error) {
	err = s.read(ctx, queryReleaseCurrent.Name(), func(tx runner) error {
		r, err = current(ctx, tx)
		return err
	})
	return r, wrap("read the release", err)
}

// Releases lists every release that was ever made, newest first.
func (s *Store) Releases(ctx context.Context) (rs []graph.Release, err error) {
	err = s.read(ctx, queryReleaseList.Name(), func(tx runner) error {
		rs, err = releases(ctx, tx)
		return err
	})
	return rs, wrap("read the releases", err)
}

func releases(ctx context.Context, tx runner) ([]graph.Release, error) {
	rs := []graph.Release{}
	err := each(ctx, tx, queryReleaseList, nil, func(row record) error {
		r, err := row.properties("release").release()
		rs = append(rs, r)
		return err
	})
	return rs, err
}

func current(ctx context.Context, tx runner) (graph.Release, error) {
	r, _, err := currentRules(ctx, tx)
	return r, err
}

// rules numbers how bundles become rows: what Merge does and what rows hold. Raise it when either changes, so that the
// next opening or load brings all rows up to date; a test notices. Rules 2 keep what each report says for Cypher (see said).
const rules = 2

// currentRules is the current release and the rules that its rows follow.
func currentRules(ctx context.Context, tx runner) (r graph.Release, follows int, err error) {
	row, ok, err := one(ctx, tx, queryReleaseCurrent, nil)
	if err != nil || !ok {
		return r, rules, err
	}
	p := row.properties("release")
	if follows = p.integer("rules"); follows > rules {
		return r, follows, fmt.Errorf("the database's rows follow rules %d and this version knows %d: %w", follows, rules, graph.ErrNewer)
	}
	r, err = p.release()
	return r, follows, err
}

// releaseProperties is a release as its node holds it; the bundles are two lists of one length.
func releaseProperties(r graph.Release) (properties, error) {
	counts, err := json.Marshal(r.Counts)
	if err != nil {
		return nil, err
	}
	reports, hashes := make([]string, len(r.Bundles)), make([]string, len(r.Bundles))
	for i, b := range r.Bundles {
		reports[i], hashes[i] = b.Report, b.Hash
	}
	return properties{"number": r.Number, "id": r.ID(), "load_id": r.LoadID, "time": r.Time, "by": r.By, "digest": r.Digest,
		"judgements": r.Judgements, "bundle_reports": reports, "bundle_hashes": hashes, "counts": string(counts), "rules": rules}, nil
}

// release is the release that a node's properties hold.
func (p properties) release() (graph.Release, error) {
	at, _ := p["time"].(time.Time)
	r := graph.Release{Number: p.integer("number"), LoadID: p.text("load_id"), Time: at.UTC(), By: p.text("by"), Digest: p.text("digest"),
		Judgements: p.text("judgements"), Bundles: []graph.BundleRef{}}
	reports, hashes := p.list("bundle_reports"), p.list("bundle_hashes")
	err := json.Unmarshal([]byte(p.text("counts")), &r.Counts)
	if _, bad := graph.ParseDigest(r.Digest); err != nil || bad != nil || len(reports) != len(hashes) {
		return r, fmt.Errorf("release %d cannot be read: %w", r.Number, ErrWrittenByHand)
	}
	for i := range reports {
		r.Bundles = append(r.Bundles, graph.BundleRef{Report: reports[i], Hash: hashes[i]})
	}
	return r, nil
}

// replace is refs with some reports' bundles put or withdrawn (an empty hash), by report id.
func replace(refs []graph.BundleRef, change map[string]string) []graph.BundleRef {
	out := []graph.BundleRef{}
	for _, r := range refs {
		if _, ok := change[r.Report]; !ok {
			out = append(out, r)
		}
	}
	for report, hash := range change {
		if hash != "" {
			out = append(out, graph.BundleRef{Report: report, Hash: hash})
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].Report < out[k].Report })
	return out
}

// hashes lists the hashes of refs.
func hashes(refs []graph.BundleRef) []string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = r.Hash
	}
	return out
}

// wrap says what was attempted.
func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
