package api_test

import (
	"fmt"
	"net/http"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// told is what every answer about a pair says of it, absent numbers as empty texts.
type told struct {
	State, Band, Score, Context, Rank string
	Points                            map[string]string
}

func toldOf(state string, band crosswalk.Band, score, context *float64, rank *int) told {
	return told{state, string(band), export.Text(score), export.Text(context), export.Text(rank), map[string]string{}}
}

func toldInRow(r map[string]string) told {
	out := told{r["state"], r["band"], r["score"], r["context"], r["rank"], map[string]string{}}
	for _, c := range crosswalk.Channels {
		if p := r[c.String()+"_points"]; p != "0" && p != "" {
			out.Points[c.String()] = p
		}
	}
	return out
}

// explanation is the part of a pair's explanation that other answers repeat; Score stays null where the answer has null.
type explanation struct {
	ID, State string
	Band      crosswalk.Band
	Score     *float64
	Context   *float64
	Rank      *int
	Year      int
	Parts     []struct {
		Channel string
		Points  float64
	}
}

func (x explanation) told() told {
	out := toldOf(x.State, x.Band, x.Score, x.Context, x.Rank)
	for _, p := range x.Parts {
		if p.Points != 0 {
			out.Points[p.Channel] = export.Text(p.Points)
		}
	}
	return out
}

// pairsTold is every pair as the matrix has it, by id; the other answers about pairs are held to it.
func pairsTold(t *testing.T, s *server, ask string) map[string]told {
	t.Helper()
	var m struct {
		Groups []struct{ ID string }
		Cells  [][]crosswalk.Cell
	}
	s.json(t, "/api/v1/crosswalks/matrix?"+ask, &m)
	out := map[string]told{}
	for i := range m.Cells {
		if c := m.Cells[i][i]; c.State != crosswalk.StateSelf || c.Score != nil {
			t.Errorf("%s: %s with itself is %+v", ask, m.Groups[i].ID, c)
		}
		for k, c := range m.Cells[i] {
			if i == k {
				continue
			}
			x := toldOf(c.State, c.Band, c.Score, c.Context, c.Rank)
			for channel, p := range c.Points {
				if p != 0 {
					x.Points[channel] = export.Text(p)
				}
			}
			if before, ok := out[c.ID]; ok && !cmp.Equal(before, x) {
				t.Errorf("%s: %s differs in its two cells: %s", ask, c.ID, cmp.Diff(before, x))
			}
			out[c.ID] = x
			var one explanation
			s.json(t, "/api/v1/crosswalks/"+m.Groups[i].ID+"/"+m.Groups[k].ID+"?"+ask, &one)
			if diff := cmp.Diff(x, one.told()); diff != "" || one.ID != c.ID {
				t.Errorf("%s: the pair %s differs from its cell: %s", ask, one.ID, diff)
			}
		}
	}
	if want := len(m.Groups) * (len(m.Groups) - 1) / 2; len(out) != want || want == 0 {
		t.Errorf("%s: %d pairs of %d groups", ask, len(out), len(m.Groups))
	}
	return out
}

// inList holds the rows of one list to the cells: every pair once.
func inList(t *testing.T, what string, want, got map[string]told, rows int) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" || rows != len(want) {
		t.Errorf("%s: %d rows of %d pairs (cell -, row +): %s", what, rows, len(want), diff)
	}
}

func rowsTold(rs []map[string]string, year string) (out map[string]told, rows int) {
	out = map[string]told{}
	for _, r := range rs {
		if year == "" || r["year"] == year {
			out[r["id"]] = toldInRow(r)
			rows++
		}
	}
	return out, rows
}

// holdAgreement asks for every pair in every form that tells of one.
func holdAgreement(t *testing.T, s *server, year int, more string) map[string]told {
	t.Helper()
	ask := fmt.Sprintf("as_of=%d%s", year, more)
	cells := pairsTold(t, s, ask)
	got, n := rowsTold(s.table(t, "/api/v1/crosswalks/matrix.csv?"+ask), "")
	inList(t, "matrix.csv?"+ask, cells, got, n)
	got, n = rowsTold(s.table(t, "/api/v1/crosswalks.csv?"+everyBand+"&"+ask), "")
	inList(t, "crosswalks.csv?"+ask, cells, got, n)
	var list struct{ Items []explanation }
	s.json(t, "/api/v1/crosswalks?limit=1000&"+everyBand+"&"+ask, &list)
	got = map[string]told{}
	for _, x := range list.Items {
		got[x.ID] = x.told()
	}
	inList(t, "crosswalks?"+ask, cells, got, len(list.Items))

	bare := map[string]told{} // a series has no points
	for id, c := range cells {
		bare[id] = told{c.State, c.Band, c.Score, c.Context, c.Rank, map[string]string{}}
	}
	var points struct{ Items []explanation }
	series := fmt.Sprintf("?limit=1000&from=%d&to=%d&%s%s", year, year, everyBand, more)
	s.json(t, "/api/v1/crosswalks/series"+series, &points)
	got = map[string]told{}
	for _, x := range points.Items {
		got[x.ID] = x.told()
	}
	inList(t, "series"+series, bare, got, len(points.Items))
	got, n = rowsTold(s.table(t, "/api/v1/crosswalks/series.csv"+series), strconv.Itoa(year))
	inList(t, "series.csv"+series, bare, got, n)
	return cells
}

// TestEveryAnswerOfAPairAgrees: matrix, pair either way round, list and series, as JSON and as CSV, say the same of every pair, as of
// every year, of each edition alone and of both, whatever is counted: state, score, context, band, rank and points. Zero stands
// only where both groups have a chapter and are active and nothing ties them; what cannot be said is null, with its reason.
func TestEveryAnswerOfAPairAgrees(t *testing.T) {
	both := editions(t)
	for name, changes := range map[string][]graph.Change{"2018": both[:1], "2019": both[1:], "both": both} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t, changes...)
			states := map[string]int{}
			first := 2018
			if name == "2019" {
				first = 2019
			}
			for _, more := range []string{"", "&min_confidence=0.95", "&basis=reviewed", "&set=scoring.half_life%3D1"} {
				for _, year := range []int{first, first + 1, first + 2, 2200} {
					for id, c := range holdAgreement(t, s, year, more) {
						states[c.State]++
						if silent := c.State == crosswalk.StateNoChapter || c.State == crosswalk.StateNotActive; silent != (c.Score == "") || c.State == crosswalk.StateZero && c.Score != "0" {
							t.Errorf("%s as of %d%s: %s with score %q", id, year, more, c.State, c.Score)
						}
					}
				}
			}
			if states[crosswalk.StateLinked] == 0 || states[crosswalk.StateZero] == 0 || states[crosswalk.StateNoChapter] == 0 {
				t.Errorf("the states %v leave one untried", states)
			}
			holdNoEdition(t, s, first-1)
		})
	}
}

// holdNoEdition: before the first edition every answer of pairs says so; the series in a row of its own.
func holdNoEdition(t *testing.T, s *server, year int) {
	t.Helper()
	for _, path := range []string{"/crosswalks/matrix", "/crosswalks/matrix.csv", "/crosswalks", "/crosswalks.csv", "/crosswalks/group:cmp:energy/group:cmp:environment"} {
		if resp, body := s.get(t, fmt.Sprintf("/api/v1%s?as_of=%d", path, year)); resp.StatusCode != http.StatusNotFound {
			t.Errorf("%s as of %d: %d %.200s", path, year, resp.StatusCode, body)
		}
	}
	rows := s.table(t, fmt.Sprintf("/api/v1/crosswalks/series.csv?from=%d&to=%d", year, year))
	if len(rows) != 1 || rows[0]["state"] != "no_edition" || rows[0]["score"] != "" || rows[0]["id"] != "" {
		t.Errorf("the series of %d: %v", year, rows)
	}
}
