package graph

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// crossed finds what only all links together show: cycles, and a theme addressed beside its broader theme. The
// problems come by the number of the link that they stand at.
func (v *validator) crossed() map[int]Problems {
	found := map[int]Problems{}
	add := func(i int, field, rule, format string, args ...any) {
		found[i] = append(found[i], Problem{Path: fmt.Sprintf("$.links[%d]%s", i, field), Rule: rule, Message: fmt.Sprintf(format, args...)})
	}
	for _, t := range []LinkType{Broader, PartOf, Follows} {
		for _, i := range v.cycles(t) {
			l := &v.b.Links[i]
			add(i, "", "cycle", "%s leads from %q by way of %q back to it", t, l.From, l.To)
		}
	}
	broader := v.broader()
	for at, links := range v.addressed() {
		for theme, i := range links {
			for _, broad := range broader[theme] {
				if k, both := links[broad]; both {
					add(k, ".to", "theme-and-broader", "%s addresses %s from %s, where it addresses the narrower %s already ($.links[%d])",
						at.from, broad, at.passage, theme, i)
				}
			}
		}
	}
	for i := range found { // maps were walked: order the problems of one link
		slices.SortFunc(found[i], func(a, b Problem) int { return strings.Compare(a.Rule+a.Message, b.Rule+b.Message) })
	}
	return found
}

// cycles lists the links of type t from whose end links of that type lead back to their start, by number. Links of an
// entity to itself are told as such.
func (v *validator) cycles(t LinkType) []int {
	next := map[string][]int{}
	for i := range v.b.Links {
		if l := &v.b.Links[i]; l.Type == t && l.From != l.To {
			next[l.From] = append(next[l.From], i)
		}
	}
	component := v.components(next)
	var out []int
	for _, links := range next {
		for _, i := range links {
			if l := &v.b.Links[i]; component[l.From] == component[l.To] {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return out
}

// components numbers the strongly connected components (Kosaraju: by finishing time, then backwards), without recursion,
// because a chain may be as long as the bundle.
func (v *validator) components(next map[string][]int) map[string]int {
	var order []string
	seen := map[string]bool{}
	for _, start := range slices.Sorted(maps.Keys(next)) {
		if seen[start] {
			continue
		}
		type visit struct {
			id   string
			done int
		}
		for stack := []visit{{id: start}}; len(stack) > 0; {
			top := &stack[len(stack)-1]
			seen[top.id] = true
			if top.done == len(next[top.id]) {
				order = append(order, top.id)
				stack = stack[:len(stack)-1]
				continue
			}
			to := v.b.Links[next[top.id][top.done]].To
			top.done++
			if !seen[to] {
				stack = append(stack, visit{id: to})
			}
		}
	}
	return v.backwards(next, order)
}

func (v *validator) backwards(next map[string][]int, order []string) map[string]int {
	before := map[string][]string{}
	for from, links := range next {
		for _, i := range links {
			before[v.b.Links[i].To] = append(before[v.b.Links[i].To], from)
		}
	}
	component := map[string]int{}
	for i := len(order) - 1; i >= 0; i-- {
		for stack := []string{order[i]}; len(stack) > 0; {
			id := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if component[id] == 0 {
				component[id] = i + 1
				stack = append(stack, before[id]...)
			}
		}
	}
	return component
}

// broader lists, for each theme, all that are broader, near and far.
func (v *validator) broader() map[string][]string {
	up := map[string][]string{}
	for i := range v.b.Links {
		if l := &v.b.Links[i]; l.Type == Broader {
			up[l.From] = append(up[l.From], l.To)
		}
	}
	out := map[string][]string{}
	for theme := range up {
		seen := map[string]bool{theme: true}
		for queue := slices.Clone(up[theme]); len(queue) > 0; queue = queue[1:] {
			if id := queue[0]; !seen[id] {
				seen[id] = true
				out[theme] = append(out[theme], id)
				queue = append(queue, up[id]...)
			}
		}
	}
	return out
}

// telling is one entity in one passage.
type telling struct{ from, passage string }

// addressed gives the themes that each telling addresses, with the number of the link.
func (v *validator) addressed() map[telling]map[string]int {
	out := map[telling]map[string]int{}
	for i := range v.b.Links {
		l := &v.b.Links[i]
		if l.Type != Addresses {
			continue
		}
		for _, p := range l.Evidence {
			at := telling{l.From, p}
			if out[at] == nil {
				out[at] = map[string]int{}
			}
			out[at][l.To] = i
		}
	}
	return out
}
