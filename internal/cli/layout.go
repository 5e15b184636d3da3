package cli

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// width is how many characters a line may have: those of the terminal, else what COLUMNS says, else any number (0), so that what
// reads a pipe gets whole lines.
func (a *app) width() int {
	if f, ok := a.stdout.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 0 {
			return w
		}
	}
	w, err := strconv.Atoi(os.Getenv("COLUMNS"))
	if err != nil || w < narrowest {
		return 0
	}
	return w
}

const (
	narrowest = 40 // below this a terminal is not worth the trouble
	gap       = 2  // between two columns
	thinnest  = 6  // what a column keeps at the least
	longWord  = 24 // words up to here are kept whole where there is room for all columns
)

// fit gives each column the most characters that a line of it may have so that a row keeps to width: the widest columns give way
// first, with their words whole where that can be, which whole tells. 0 means any number.
func fit(rows [][]string, width int) (limits []int, whole bool) {
	limits = make([]int, len(rows[0]))
	if width == 0 {
		return limits, true
	}
	floors := make([]int, len(limits))
	for i := range limits {
		floors[i] = thinnest
		for _, r := range rows {
			limits[i] = max(limits[i], utf8.RuneCountInString(r[i]))
			for _, w := range strings.Fields(r[i]) {
				floors[i] = max(floors[i], min(longWord, utf8.RuneCountInString(w)))
			}
		}
	}
	room := width - gap*(len(limits)-1)
	if shrink(limits, floors, room) {
		return limits, true
	}
	shrink(limits, slices.Repeat([]int{thinnest}, len(limits)), room)
	return limits, false
}

// shrink takes from the widest column that is above its floor until all fit into room, and reports whether they do.
func shrink(limits, floors []int, room int) bool {
	total := 0
	for _, l := range limits {
		total += l
	}
	for ; total > room; total-- {
		widest := -1
		for i, l := range limits {
			if l > floors[i] && (widest < 0 || l > limits[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return false
		}
		limits[widest]--
	}
	return true
}

// lines breaks text into lines of at most width characters, at spaces where there are any; 0 means one line.
func lines(text string, width int) []string {
	if width == 0 {
		return []string{text}
	}
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			out, line = append(out, line), ""
		}
		if line != "" {
			line += " "
		}
		for line += word; utf8.RuneCountInString(line) > width; {
			r := []rune(line)
			out, line = append(out, string(r[:width])), string(r[width:])
		}
	}
	return append(out, line)
}

// wrapped is text in lines of at most width characters, each after indent.
func wrapped(text, indent string, width int) string {
	if width == 0 {
		return indent + text
	}
	return indent + strings.Join(lines(text, max(thinnest, width-utf8.RuneCountInString(indent))), "\n"+indent)
}
