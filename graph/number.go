package graph

import (
	"math"
	"strconv"
)

// formatNumber is the shortest decimal text that reads back as f, never in exponent form below 1e21.
func formatNumber(f float64) string {
	if math.Abs(f) < 1e21 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// Round12 rounds f to 12 decimal places, half away from zero: the precision of every score that leaves the program.
func Round12(f float64) float64 {
	r := math.Round(f*1e12) / 1e12
	if r == 0 {
		return 0 // no negative zero
	}
	return r
}
