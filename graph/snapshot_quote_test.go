package graph

import "testing"

func TestQuotesComeToTheirPassages(t *testing.T) {
	s := NewSnapshot(mustMerge(t, []Bundle{edition("a", 2018), edition("b", 2019)}, nil), Release{})
	text := "xyz"
	q := s.WithQuotes(map[string]func(int, int) string{"report:b": func(start, end int) string { return text[start:end] }, "report:none": nil})
	for id, want := range map[string]string{"passage:a:1": "", "passage:b:1": "x"} {
		if p, _ := q.Passage(id); p.Quote != want {
			t.Errorf("%s is quoted as %q", id, p.Quote)
		}
		if p, _ := s.Passage(id); p.Quote != "" {
			t.Errorf("the snapshot itself was changed at %s", id)
		}
	}
	if q.QuotesKey() == "" || s.QuotesKey() != "" || s.WithQuotes(nil) != s {
		t.Errorf("keys %q and %q", q.QuotesKey(), s.QuotesKey())
	}
	other := s.WithQuotes(map[string]func(int, int) string{"report:b": func(int, int) string { return "y" }})
	if other.QuotesKey() == q.QuotesKey() {
		t.Error("other words of the same passages have the same key")
	}
	again := q.WithQuotes(map[string]func(int, int) string{"report:a": func(int, int) string { return "y" }})
	if again.QuotesKey() == q.QuotesKey() || again.AsOf(2018).QuotesKey() == "" {
		t.Errorf("key %q; the quotes of a view: %q", again.QuotesKey(), again.AsOf(2018).QuotesKey())
	}
}
