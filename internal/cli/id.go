package cli

import (
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// fullID lets people leave out what an id begins with, or say a name in any language or an acronym: energy, Énergie and EWG are
// group:cmp:energy, where only one group is meant, else the only thing that is. What cannot be completed stays as it is.
func fullID(s *graph.Snapshot, name string) string {
	if name == "" || strings.Contains(name, ":") {
		return name
	}
	ending, folded := ":"+strings.ToLower(name), graph.Fold(name)
	byID := func(e *graph.MergedEntity) bool { return strings.HasSuffix(e.ID, ending) }
	byName := func(e *graph.MergedEntity) bool { return isCalled(e, folded) }
	for _, kinds := range [][]graph.Kind{{graph.WorkingGroup}, graph.Kinds} {
		for _, meant := range []func(*graph.MergedEntity) bool{byID, byName} {
			if id := only(s, kinds, meant); id != "" {
				return id
			}
		}
	}
	return name
}

// groupID is fullID for a group of the partnership that a ranking is of: its own groups come first.
func groupID(r *crosswalk.Ranking, name string) string {
	s := r.Model().Snapshot()
	if name == "" || strings.Contains(name, ":") {
		return name
	}
	ending, folded := ":"+strings.ToLower(name), graph.Fold(name)
	for _, meant := range []func(*graph.MergedEntity) bool{
		func(e *graph.MergedEntity) bool { return strings.HasSuffix(e.ID, ending) },
		func(e *graph.MergedEntity) bool { return isCalled(e, folded) },
	} {
		if id := one(s, r.Model().Groups(), meant); id != "" {
			return id
		}
	}
	return fullID(s, name)
}

// partnershipID lets people leave out what a partnership's id begins with, or say its name.
func partnershipID(s *graph.Snapshot, name string) string {
	if name == "" || strings.Contains(name, ":") {
		return name
	}
	if id := "partnership:" + strings.ToLower(name); has(s, id) {
		return id
	}
	folded := graph.Fold(name)
	if id := one(s, s.Nodes(graph.Partnership), func(e *graph.MergedEntity) bool { return isCalled(e, folded) }); id != "" {
		return id
	}
	return name
}

func has(s *graph.Snapshot, id string) bool { _, ok := s.Lookup(id); return ok }

// only is the id of the one thing of these kinds that is meant, empty where none or several are.
func only(s *graph.Snapshot, kinds []graph.Kind, meant func(*graph.MergedEntity) bool) string {
	var all []graph.Node
	for _, k := range kinds {
		all = append(all, s.Nodes(k)...)
	}
	return one(s, all, meant)
}

// one is the id of the one of these things that is meant, empty where none or several are.
func one(s *graph.Snapshot, among []graph.Node, meant func(*graph.MergedEntity) bool) string {
	found := ""
	for _, n := range among {
		if !meant(s.Entity(n)) {
			continue
		}
		if found != "" {
			return ""
		}
		found = s.ID(n)
	}
	return found
}

// isCalled reports whether a thing has that name (folded) in some language, or goes by it.
func isCalled(e *graph.MergedEntity, folded string) bool {
	for _, n := range e.Name {
		if graph.Fold(n) == folded {
			return true
		}
	}
	for _, n := range e.Aliases {
		if graph.Fold(n) == folded {
			return true
		}
	}
	return false
}

func fullIDs(s *graph.Snapshot, names []string) []string {
	ids := make([]string, len(names))
	for i, n := range names {
		ids[i] = fullID(s, n)
	}
	return ids
}

// reportID lets people leave out what a report's id begins with.
func reportID(name string) string {
	if strings.HasPrefix(name, "report:") {
		return name
	}
	return "report:" + name
}
