package graph

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for s, want := range map[string]struct {
		ok          bool
		year        int
		first, last string
	}{
		"2019":       {true, 2019, "2019-01-01", "2019-12-31"},
		"2019-02":    {true, 2019, "2019-02-01", "2019-02-28"},
		"2020-02":    {true, 2020, "2020-02-01", "2020-02-29"},
		"1900-02":    {true, 1900, "1900-02-01", "1900-02-28"},
		"2019-12":    {true, 2019, "2019-12-01", "2019-12-31"},
		"2019-03-14": {true, 2019, "2019-03-14", "2019-03-14"},
		"2020-02-29": {true, 2020, "2020-02-29", "2020-02-29"},
		"2019-02-29": {}, "2019-13": {}, "2019-00": {}, "2019-03-00": {}, "2019-04-31": {}, "0000": {}, "0000-01": {}, "19": {}, "20190314": {}, "2019-3": {}, "2019-3-14": {},
		"2019-03-14T00:00:00Z": {}, " 2019": {}, "２０１９": {}, "": {}, "-001": {}, "2019-W1": {}, "March": {},
	} {
		d, ok := ParseDate(s)
		if ok != want.ok || ok && string(d) != s || !ok && d != "" {
			t.Errorf("ParseDate(%q) = %q, %v", s, d, ok)
		}
		if d.Year() != want.year || d.First() != want.first || d.Last() != want.last {
			t.Errorf("%q: year %d, from %q to %q", s, d.Year(), d.First(), d.Last())
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2019", "2019-02", "2019-02-29", "0001", "9999-12-31", "2019-3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := ParseDate(s)
		if !ok {
			if d != "" {
				t.Fatalf("%q is no date, but %q", s, d)
			}
			return
		}
		first, err := time.Parse(time.DateOnly, d.First())
		if err != nil {
			t.Fatal(err)
		}
		last, err := time.Parse(time.DateOnly, d.Last())
		if err != nil || last.Before(first) || first.Year() != d.Year() || last.Year() != d.Year() {
			t.Fatalf("%q is from %s to %s", s, d.First(), d.Last())
		}
	})
}
