package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// opportunityID is the id of the opportunity that the arguments name: its id, or its members by id or name.
func opportunityID(r *crosswalk.Ranking, args []string) (string, error) {
	s := r.Model().Snapshot()
	if len(args) == 1 {
		if strings.HasPrefix(args[0], "opportunity:") {
			return args[0], nil
		}
		return "", usagef("%q is no opportunity; name two groups, as in opportunities energy mining, or list those of one with --group %s", args[0], args[0])
	}
	var ids []string
	for _, name := range args {
		ids = append(ids, groupID(r, name))
	}
	slices.Sort(ids)
	for i, id := range ids {
		n, err := explore.Find(s, id)
		if err != nil {
			return "", err
		}
		if ids[i] = s.ID(n); s.Kind(n) != graph.WorkingGroup && s.Kind(n) != graph.Institution {
			return "", usagef("%s is of the kind %s; opportunities are of groups, or of institutions", ids[i], s.Kind(n))
		}
		if first, _ := s.Lookup(ids[0]); s.Kind(n) != s.Kind(first) {
			return "", usagef("%s is of the kind %s and %s is of the kind %s; an opportunity is of groups alone, or of institutions alone", ids[0], s.Kind(first), ids[i], s.Kind(n))
		}
		if i > 0 && ids[i] == ids[i-1] {
			return "", usagef("%s was named twice; an opportunity has different members", ids[i])
		}
	}
	return "opportunity:" + strings.Join(ids, "~"), nil
}

// opportunity writes one opportunity.
func (a *app) opportunity(ctx context.Context, f opportunityFlags, args []string) error {
	r, o, snap, err := a.ranking(ctx, f.scoringFlags)
	if err != nil {
		return err
	}
	id, err := opportunityID(r, args)
	if err != nil {
		return err
	}
	var x opportunity.Opportunity
	if strings.Contains(id, "institution:") {
		b, err := a.open.svc.BodyOpportunities(snap, o)
		if err != nil {
			return err
		}
		if x, err = b.Get(id); err != nil {
			return err
		}
	} else {
		g, err := a.open.svc.GroupOpportunities(snap, o)
		if err != nil {
			return err
		}
		if x, err = g.Get(id); err != nil {
			return err
		}
		iv, err := a.open.svc.GroupIntervals(snap, o, len(x.Members))
		if err != nil {
			return err
		}
		if i, ok := iv[x.ID]; ok {
			x.RankInterval = &i
		}
	}
	return a.show(x, func() error { return a.printOpportunity(r.Model().Snapshot(), x) }, export.Opportunities([]opportunity.Opportunity{x}))
}
