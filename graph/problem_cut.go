package graph

import "fmt"

// The most characters that a problem shows of a path and of a value: an input's own words stand in both.
const (
	maxPath  = 300
	maxValue = 400
)

// sentence is a problem's message; of each text value it shows the beginning alone.
func sentence(format string, args ...any) string {
	shown := make([]any, len(args))
	for i, a := range args {
		if s, ok := a.(string); ok {
			a = cut(s, maxValue)
		}
		shown[i] = a
	}
	return fmt.Sprintf(format, shown...)
}

// cut is s, or its first most characters and a sign that more stood there.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "… (cut)"
		}
	}
	return s
}
