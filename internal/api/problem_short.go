package api

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
)

// What a problem repeats of a request, at most: an error must not cost more than the request that made it.
const (
	maxTold  = 50   // broken rules, and lines of a detail
	maxValue = 200  // runes of a value, a name or a quotation
	maxLine  = 2000 // runes of one sentence; lists of what is known fit
)

// tellAll is the broken rules by field, then words, cut to the most that are told: the framework has them in no order.
func tellAll(all []*huma.ErrorDetail) []*huma.ErrorDetail {
	slices.SortStableFunc(all, func(a, b *huma.ErrorDetail) int {
		return cmp.Or(cmp.Compare(a.Location, b.Location), cmp.Compare(a.Message, b.Message))
	})
	more := len(all) - maxTold
	if more > 0 {
		all = all[:maxTold]
	}
	var out []*huma.ErrorDetail
	for _, d := range all {
		out = append(out, &huma.ErrorDetail{Message: short(d.Message), Location: cut(d.Location, maxValue), Value: shortValue(d.Value)})
	}
	if more > 0 {
		out = append(out, &huma.ErrorDetail{Message: fmt.Sprintf("and %d more", more)})
	}
	return out
}

// shortValue is a value that JSON can hold, cut where it is long: NaN and infinities become texts, and so do long lists.
func shortValue(v any) any {
	switch v := v.(type) {
	case nil, bool, int, int64:
		return v
	case string:
		return cut(v, maxValue)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Sprint(v)
		}
		return v
	}
	if s := fmt.Sprint(v); len(s) > maxValue {
		return cut(s, maxValue)
	}
	return v
}

// quoted are the parts of a sentence that may hold what a client sent: quotations, and words, such as ids.
var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|\S+`)

// short cuts a message: its lines to the most that are told, and within a line every quotation and word, then the line itself.
func short(message string) string {
	lines := strings.Split(message, "\n")
	more := len(lines) - maxTold
	if more > 0 {
		lines = append(lines[:maxTold:maxTold], fmt.Sprintf("and %d more", more))
	}
	for i, l := range lines {
		lines[i] = cut(quoted.ReplaceAllStringFunc(l, func(s string) string {
			if strings.HasPrefix(s, `"`) && len(s) > maxValue {
				return `"` + strings.TrimSuffix(cut(s[1:], maxValue), `"`) + `"`
			}
			return cut(s, maxValue)
		}), maxLine)
	}
	return strings.Join(lines, "\n")
}

// cut is s, at most n runes of it and a mark where there were more; in valid UTF-8.
func cut(s string, n int) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if len(s) <= n || utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n]) + "…"
}
