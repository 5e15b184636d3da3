package opportunity

import "github.com/crosswalk-kg/crosswalk/internal/crosswalk"

// against lists reasons for caution.
func (f *finder) against(c candidate) []crosswalk.Reason {
	out := []crosswalk.Reason{}
	add := func(code, text string, about, passages []string) {
		out = append(out, crosswalk.Reason{Code: code, Text: text, About: about, Passages: passages})
	}
	none, evidence := []string{}, c.evidence()
	if c.level == "" {
		add("few-supports", "Fewer than two specific things in common outside what tells of joint work.", none, none)
	}
	if c.list == FollowUp && len(c.next) == 0 {
		add("no-step-stated", "The report tells of joint work and states no next step of it.", none, none)
	}
	if chapters := f.model.ToldBy(c.proposed()); len(c.next) > 0 && len(chapters) == 1 {
		add("one-chapter", "Only one chapter tells of what is still to come.", chapters, none)
	} else if chapters := f.model.ToldBy(evidence); len(c.next) == 0 && len(chapters) == 1 {
		add("one-chapter", "Only one chapter tells of it.", chapters, none)
	}
	if f.model.Works(evidence) == 1 && f.model.Works(nil) > 1 {
		add("one-document", "Only one of the loaded editions supports it.", none, none)
	}
	for _, g := range c.groups {
		if !f.model.HasChapter(g) {
			add("no-chapter", "The newest edition has no chapter of this group.", f.memberIDs([]int{g}), none)
		}
	}
	for _, g := range c.groups {
		out = append(out, f.conditions(g)...)
	}
	if len(c.groups) == 2 && c.s == 0 {
		if ch := f.ranking.ChanceOf(c.groups[0], c.groups[1]); ch != nil && ch.Q > 0.05 {
			add("not-above-chance", "The institutions in common are no more than the groups' sizes would give.", none, none)
		}
	}
	return out
}

// conditions lists what the report says about a group that holds joint work back: notes of conditions.
func (f *finder) conditions(group int) []crosswalk.Reason {
	var out []crosswalk.Reason
	id := f.memberIDs([]int{group})[0]
	for _, n := range f.snap.Notes(id) {
		if n.Kind == "condition" {
			text, _ := n.Gist.In("en")
			out = append(out, crosswalk.Reason{Code: "condition", Text: text, About: []string{id}, Passages: n.Evidence})
		}
	}
	return out
}
