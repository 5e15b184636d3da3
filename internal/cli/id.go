package cli

import (
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// fullID lets people leave out what an id begins with: energy is group:cmp:energy where only one group's id ends so, else the
// only thing whose id ends so. What cannot be completed stays as it is.
func fullID(s *graph.Snapshot, name string) string {
	if name == "" || strings.Contains(name, ":") {
		return name
	}
	if ids := endingIn(s, name, graph.WorkingGroup); len(ids) == 1 {
		return ids[0]
	}
	if ids := endingIn(s, name, graph.Kinds...); len(ids) == 1 {
		return ids[0]
	}
	return name
}

func endingIn(s *graph.Snapshot, name string, kinds ...graph.Kind) []string {
	var ids []string
	for _, k := range kinds {
		for _, n := range s.Nodes(k) {
			if strings.HasSuffix(s.ID(n), ":"+name) {
				ids = append(ids, s.ID(n))
			}
		}
	}
	return ids
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
