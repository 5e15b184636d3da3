package filestore

import (
	"slices"
	"sort"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// manifestFormat is the format of the manifest, and with it of the folder.
const manifestFormat = "crosswalk-folder/1"

const manifestRemedy = "restore it from a backup, or move the folder away and load the bundles anew"

// manifest is what the folder holds: every release that was ever made. It only grows, so that its size tells any two
// versions apart. It is immutable once read.
type manifest struct {
	KeptFrom int     `json:"kept_from"` // number of the oldest release that can be answered
	Releases []entry `json:"releases"`  // oldest first, numbered from 1

	current graph.Release
}

// entry is a release by what it did to the one before.
type entry struct {
	Number     int          `json:"number"`
	LoadID     string       `json:"load_id"`
	Time       time.Time    `json:"time"`
	By         string       `json:"by"`
	Digest     string       `json:"digest"`
	Judgements string       `json:"judgements,omitempty"`
	Put        []stored     `json:"put,omitempty"` // by report
	Withdrawn  []string     `json:"withdrawn,omitempty"`
	Counts     graph.Counts `json:"counts"`
}

// stored is a bundle that is kept, and the text that its spans count in.
type stored struct {
	Report string `json:"report"`
	Hash   string `json:"hash"`
	Text   string `json:"text_sha256"`
}

// apply brings the bundles by report from the release before to e.
func (e entry) apply(refs map[string]stored) {
	for _, id := range e.Withdrawn {
		delete(refs, id)
	}
	for _, r := range e.Put {
		refs[r.Report] = r
	}
}

// release is the record of e, with the bundles that refs holds after it.
func (e entry) release(refs map[string]stored) graph.Release {
	bundles := make([]graph.BundleRef, 0, len(refs))
	for report, b := range refs {
		bundles = append(bundles, graph.BundleRef{Report: report, Hash: b.Hash})
	}
	sort.Slice(bundles, func(i, k int) bool { return bundles[i].Report < bundles[k].Report })
	return graph.Release{Number: e.Number, LoadID: e.LoadID, Time: e.Time.UTC(), By: e.By, Digest: e.Digest, Bundles: bundles, Judgements: e.Judgements, Counts: e.Counts}
}

// releases lists all releases, newest first.
func (m *manifest) releases() []graph.Release {
	out := make([]graph.Release, 0, len(m.Releases))
	refs := map[string]stored{}
	for _, e := range m.Releases {
		e.apply(refs)
		out = append(out, e.release(refs))
	}
	slices.Reverse(out)
	return out
}

// newest is the newest release; the zero Release where there is none.
func (m *manifest) newest() (r graph.Release) {
	refs := map[string]stored{}
	for i, e := range m.Releases {
		if e.apply(refs); i == len(m.Releases)-1 {
			r = e.release(refs)
		}
	}
	return r
}

// with is m and one release more; texts gives the text hash of each bundle that is new, by report.
func (m *manifest) with(r graph.Release, texts map[string]string, keep int) *manifest {
	e := entry{Number: r.Number, LoadID: r.LoadID, Time: r.Time, By: r.By, Digest: r.Digest, Judgements: r.Judgements, Counts: r.Counts}
	was, is := refsOf(m.current.Bundles), refsOf(r.Bundles)
	for _, ref := range r.Bundles {
		if was[ref.Report] != ref.Hash {
			e.Put = append(e.Put, stored{ref.Report, ref.Hash, texts[ref.Report]})
		}
	}
	for _, ref := range m.current.Bundles {
		if is[ref.Report] == "" {
			e.Withdrawn = append(e.Withdrawn, ref.Report)
		}
	}
	return &manifest{KeptFrom: max(m.KeptFrom, r.Number-keep, 1), Releases: append(slices.Clone(m.Releases), e), current: r}
}

// kept lists the hashes of each class of file that the releases which can be answered refer to.
func (m *manifest) kept() map[class]map[string]bool {
	out := map[class]map[string]bool{bundles: {}, judgements: {}, texts: {}, quotes: {}, images: {}}
	refs := map[string]stored{}
	for _, e := range m.Releases {
		e.apply(refs)
		if e.Number < m.KeptFrom {
			continue
		}
		out[judgements][e.Judgements] = true
		for _, b := range refs {
			out[bundles][b.Hash], out[texts][b.Text], out[quotes][b.Text] = true, true, true
		}
	}
	return out
}

func refsOf(refs []graph.BundleRef) map[string]string {
	out := make(map[string]string, len(refs))
	for _, r := range refs {
		out[r.Report] = r.Hash
	}
	return out
}

// parseManifest reads a manifest's bytes.
func parseManifest(path string, content []byte) (*manifest, error) {
	var m manifest
	if err := unseal(path, content, manifestFormat, manifestRemedy, &m); err != nil {
		return nil, err
	}
	for i, e := range m.Releases {
		if _, err := graph.ParseDigest(e.Digest); err != nil || e.Number != i+1 {
			return nil, damaged(path, "lists releases that cannot be", manifestRemedy)
		}
	}
	m.current = m.newest()
	return &m, nil
}
