package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// withoutChapter names the groups of a pair that the edition has no chapter of, where nothing ties the two: silence says nothing.
func withoutChapter(s *graph.Snapshot, x crosswalk.Explanation) string {
	if x.Band != crosswalk.None && x.Band != crosswalk.Latent {
		return ""
	}
	var silent []string
	for _, r := range x.Against {
		for _, id := range r.About {
			if n, ok := s.Lookup(id); ok && r.Code == "no-chapter" {
				silent = append(silent, name(s.Entity(n).Name))
			}
		}
	}
	return strings.Join(silent, " and of ")
}

// printPair writes a pair for people: sentence, numbers, items each with its place in the report.
func (a *app) printPair(s *graph.Snapshot, x crosswalk.Explanation) error {
	p := a.printer(s)
	if silent := withoutChapter(s, x); silent != "" {
		p.line("%s and %s: the edition of %d has no chapter of %s, so nothing can be said", name(x.Members[0].Name), name(x.Members[1].Name), x.Method.AsOf, silent)
		return p.err
	}
	p.line("%s and %s: %s (as of %d)", name(x.Members[0].Name), name(x.Members[1].Name), bandWords[x.Band], x.Method.AsOf)
	p.line("%s, in common %.3f%s", scoreText(x), *x.Context, rankText(x))
	for _, part := range x.Parts {
		p.line("")
		p.line("%s: %.3f (mass %.3f, r %g, h %g)", part.Channel, part.Points, part.Mass, part.R, part.H)
		for _, i := range part.Items {
			p.line("  %s%s — weight %.3f, points %.3f", name(i.Name), statusText(i), i.Weight, i.Points)
			p.few("    ", i.Passages, part.Direct)
		}
	}
	p.steps(x.NextSteps)
	p.reasons("Against", x.Against)
	if x.Counterfactual != nil {
		p.line("")
		p.line("Without %s: %.3f, %s", name(x.Counterfactual.Name), x.Counterfactual.Score, bandWords[x.Counterfactual.Band])
	}
	if len(x.LeftOut) > 0 {
		p.line("")
		p.line("Left out:")
		for _, l := range x.LeftOut {
			p.line("  %s: %s", orID(l.Name, l.ID), l.Why)
		}
	}
	return p.err
}

// scoreText is the pair's score, or that nothing can be said of a pair that nothing ties where one group is not active.
func scoreText(x crosswalk.Explanation) string {
	if x.Score == nil {
		return "No score (a group that is not active)"
	}
	return fmt.Sprintf("Score %.3f", *x.Score)
}

func rankText(x crosswalk.Explanation) string {
	if x.Rank == nil {
		return ", not ranked"
	}
	s := fmt.Sprintf(", rank %d", *x.Rank)
	if x.RankInterval != nil && x.RankInterval[0] != x.RankInterval[1] {
		s += fmt.Sprintf(" (%d to %d under other parameters)", x.RankInterval[0], x.RankInterval[1])
	}
	return s
}

func statusText(i crosswalk.Item) string {
	switch {
	case i.Status == "":
		return ""
	case !i.Dated:
		return " (" + i.Status + ", in earlier years)"
	case i.Year > 0:
		return fmt.Sprintf(" (%s, %d)", i.Status, i.Year)
	}
	return " (" + i.Status + ")"
}

// printOpportunity writes an opportunity for people: level and reasons first.
func (a *app) printOpportunity(s *graph.Snapshot, o opportunity.Opportunity) error {
	p := a.printer(s)
	var names []string
	for _, m := range o.Members {
		names = append(names, name(m.Name))
	}
	level := o.Level
	if level == "" {
		level = "proposed in the report"
	}
	p.line("%s: %s (%s, as of %d)", strings.Join(names, " and "), level, o.Kind, o.Method.AsOf)
	p.reasons("For", o.Reasons)
	p.steps(o.NextSteps)
	p.reasons("Ready", o.Ready)
	p.reasons("Against", o.Against)
	return p.err
}

// printer writes lines, wrapped where the width is known, and keeps the first error.
type printer struct {
	w     io.Writer
	s     *graph.Snapshot
	width int
	err   error
}

func (a *app) printer(s *graph.Snapshot) printer { return printer{w: a.stdout, s: s, width: a.width()} }

func (p *printer) line(format string, args ...any) {
	if p.err != nil {
		return
	}
	l := fmt.Sprintf(format, args...)
	text := strings.TrimLeft(l, " ")
	_, p.err = fmt.Fprintln(p.w, wrapped(text, l[:len(l)-len(text)], p.width))
}

func (p *printer) steps(steps []crosswalk.NextStep) {
	if len(steps) == 0 {
		return
	}
	p.line("")
	p.line("Still to come:")
	for _, n := range steps {
		due := ""
		if n.Due != "" {
			due = ", " + string(n.Due)
		}
		p.line("  %s (%s%s)", name(n.Name), n.Status, due)
		p.places("    ", n.Passages)
	}
}

func (p *printer) reasons(title string, rs []crosswalk.Reason) {
	if len(rs) == 0 {
		return
	}
	p.line("")
	p.line("%s:", title)
	for _, r := range rs {
		p.line("  %s", r.Text)
		p.places("    ", r.Passages)
	}
}

// orID is a name in English, the id where there is none.
func orID(n graph.Names, id string) string {
	if t := name(n); t != "" {
		return t
	}
	return id
}

// name is a name in English, else in the language that it has.
func name(n graph.Names) string {
	t, _ := n.In("en")
	return t
}
