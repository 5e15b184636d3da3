package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestLoad: a bundle from a file, the same again, and from standard input; a plan changes nothing.
func TestLoad(t *testing.T) {
	f, b := newFolder(t), graphtest.Edition2019(t)
	file := bundle(t, b)
	before := f.ok(t, "releases", "-o", "csv")
	if out := f.ok(t, "load", "--dry-run", file); !strings.Contains(out, "would be loaded: ") || strings.Contains(out, " 0 added") {
		t.Errorf("the plan: %s", out)
	}
	if after := f.ok(t, "releases", "-o", "csv"); after != before {
		t.Errorf("a plan made a release:\n%s", after)
	}
	if out := f.ok(t, "load", file); !strings.Contains(out, "release 2 (") || !strings.Contains(out, " added") {
		t.Errorf("the first load: %s", out)
	}
	was := f.release(t)
	if out := f.ok(t, "load", file); !strings.Contains(out, "nothing to change, release 2 ("+was.ID()+") stays") {
		t.Errorf("the second load: %s", out)
	}
	r := f.runWith(t, string(b.Encode()), "load", "-")
	if r.code != 0 || !strings.HasPrefix(r.out, "standard input: nothing to change") {
		t.Errorf("from standard input: %d %s%s", r.code, r.out, r.err)
	}
	if now := f.release(t); now.Number != was.Number || now.LoadID != was.LoadID || now.By != "crosswalk load" {
		t.Errorf("release %d by %q, was %d", now.Number, now.By, was.Number)
	}
}

// TestLoadSeveral: each file is one release, and a bad file among them keeps all from being loaded.
func TestLoadSeveral(t *testing.T) {
	f := newFolder(t)
	good, other := graphtest.NewWorld(2020, "a", "b").Bundle, graphtest.NewWorld(2021, "a", "b").Bundle
	bad := write(t, "bad.json", []byte("{"))
	r := f.run(t, "load", bundle(t, good), bad)
	if r.code != 1 || !strings.Contains(r.err, "nothing was loaded") || !strings.Contains(r.err, bad+": 1:2: ") {
		t.Errorf("one of two is broken: %d\n%s", r.code, r.err)
	}
	if n := f.release(t).Number; n != 0 {
		t.Errorf("release %d was made", n)
	}
	if out := f.ok(t, "load", "--editions", "none", bundle(t, good), bundle(t, other)); strings.Count(out, "\n") != 2 || !strings.Contains(out, "release 2 (") {
		t.Errorf("two files: %s", out)
	}
}

// TestEndless: what has no end is refused before memory has one.
func TestEndless(t *testing.T) {
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Log("this machine has no endless file; standard input stands for it alone")
	} else if r := newFolder(t).run(t, "check", "/dev/zero"); r.code != 1 || !strings.Contains(r.err, "larger than the limit") {
		t.Errorf("%d\n%s", r.code, r.err)
	}
	if r := newFolder(t).runWith(t, strings.Repeat(" ", graph.DefaultMaxBytes+1), "check", "-"); r.code != 1 || !strings.Contains(r.err, "larger than the limit") {
		t.Errorf("from standard input: %d\n%s", r.code, r.err)
	}
}

// TestCheck: what is wrong with files is told, all at once, each with file, place and rule; nothing is loaded.
func TestCheck(t *testing.T) {
	f := newFolder(t)
	b := graphtest.Edition2019(t)
	if out := f.ok(t, "check", bundle(t, b)); !strings.HasSuffix(out, "cmp-2019.json: good\n") {
		t.Errorf("a good bundle: %s", out)
	}
	b.Report.Year, b.Report.TextSHA256 = 19, "x"
	b.Passages[0].End = b.Passages[0].Start
	b.Passages[1].Gist = nil
	b.Entities[0].Kind = "Club"
	b.Entities[1].Evidence = nil
	b.Entities[2].Properties = graph.Properties{"status": "asleep", "mood": "good"}
	b.Links[0].To = "group:cmp:nix"
	b.Links[1].Confidence = 7
	b.Links[2].Type = "LIKES"
	file := bundle(t, b)
	r := f.run(t, "check", file)
	for _, s := range []string{"$.report.year", "$.report.text_sha256", "$.passages[0]", "$.passages[1].gist", "$.entities[0].kind", "$.entities[1].evidence", "$.entities[2].properties.status",
		"$.entities[2].properties.mood", "$.links[0].to", "$.links[1].confidence", "$.links[2].type"} {
		if !strings.Contains(r.err, file+": "+s) {
			t.Errorf("%s is not told:\n%s", s, r.err)
		}
	}
	if r.code != 1 || r.out != "" || strings.Contains(r.err, "--help") {
		t.Errorf("exit code %d, output %q", r.code, r.out)
	}
	if entries, err := os.ReadDir(string(f)); err != nil || len(entries) > 0 {
		t.Errorf("checking wrote into the data folder: %v %v", entries, err)
	}
}

// TestCheckForms: what is no bundle at all, each with the line and column or the field.
func TestCheckForms(t *testing.T) {
	f := newFolder(t)
	for name, tc := range map[string]struct{ text, says string }{
		"empty.json": {"", "1:1"}, "text.json": {"hello", "1:1"}, "cut.json": {"{\"format\": \"crosswalk-bundle/1\",\n", "2:1"}, "list.json": {"[]", "$"}, "other.json": {`{"format": "x/1"}`, "crosswalk-bundle/1"},
		"judgements.json":  {`{"format": "crosswalk-judgements/1", "judgements": [{"a": "nix", "b": "group:cmp:energy", "verdict": "sam"}]}`, "$.judgements[0].verdict"},
		"judgements2.json": {`{"format": "crosswalk-judgements/2", "judgements": []}`, "crosswalk-judgements/1"},
	} {
		file := write(t, name, []byte(tc.text))
		if r := f.run(t, "check", file); r.code != 1 || !strings.Contains(r.err, file+": ") || !strings.Contains(r.err, tc.says) {
			t.Errorf("%s: exit code %d, the message does not say %q:\n%s", name, r.code, tc.says, r.err)
		}
	}
}

// TestJudgements: a judgements file merges two entities, and one that takes it back parts them.
func TestJudgements(t *testing.T) {
	f := newFolder(t)
	file := func(verdict, at string) string {
		b, err := json.Marshal(graph.Judgements{Format: graph.JudgementsFormat, Judgements: []graph.Judgement{
			{A: "institution:conacyt", B: "institution:conafor", Verdict: graph.Verdict(verdict), By: "test", At: at, Reason: "a test"}}})
		if err != nil {
			t.Fatal(err)
		}
		return write(t, "judgements.json", b)
	}
	if out := f.ok(t, "load", file("same", "2019-01-01")); !strings.Contains(out, "release 2 (") {
		t.Fatal(out)
	}
	if out := f.ok(t, "show", "institution:conafor"); !strings.Contains(out, "institution:conacyt)") {
		t.Errorf("the old id does not lead to the one kept:\n%.200s", out)
	}
	for _, again := range []string{"different", "unsure"} { // of one moment: neither takes the other back
		if r := f.run(t, "load", file(again, "2019-01-01")); r.code != 1 || !strings.Contains(r.err, "nothing was changed") || !strings.Contains(r.err, "$.judgements[0].at") {
			t.Errorf("%s at the same time: %d\n%s", again, r.code, r.err)
		}
	}
	f.ok(t, "load", file("different", "2019-01-02"))
	if out := f.ok(t, "show", "institution:conafor"); !strings.Contains(out, "institution:conafor)") {
		t.Errorf("the judgement was not taken back:\n%.200s", out)
	}
}

// TestJudgementsInTime: a verdict of the future is refused, and one that a newer verdict outweighs is told.
func TestJudgementsInTime(t *testing.T) {
	f := newFolder(t)
	file := func(verdict, at string) string {
		return write(t, "judgements.json", []byte(`{"format": "crosswalk-judgements/1", "judgements": [{"a": "institution:conacyt", "b": "institution:conafor", "verdict": "`+verdict+`", "at": "`+at+`"}]}`))
	}
	for _, at := range []string{"9999-12-31", "2199-01-01T00:00:00Z"} {
		if r := f.run(t, "load", file("same", at)); r.code != 1 || !strings.Contains(r.err, "$.judgements[0].at") || !strings.Contains(r.err, "future") {
			t.Errorf("%s: %d\n%s", at, r.code, r.err)
		}
	}
	f.ok(t, "load", file("same", "2020-01-02"))
	if r := f.run(t, "load", file("different", "2020-01-01")); r.code != 0 || !strings.Contains(r.err, `the newer verdict "same" of 2020-01-02 stands`) {
		t.Errorf("an older verdict: %d\n%s", r.code, r.err)
	}
}

// TestJudgementsOfNothing: an id that nothing states is told, with the one that was probably meant.
func TestJudgementsOfNothing(t *testing.T) {
	f := newFolder(t)
	file := write(t, "judgements.json", []byte(`{"format": "crosswalk-judgements/1", "judgements": [{"a": "institution:conacty", "b": "institution:conafor", "verdict": "same"}]}`))
	for _, args := range [][]string{{"load", "--dry-run", file}, {"load", file}} {
		r := f.run(t, args...)
		if r.code != 0 || !strings.Contains(r.err, "warning: ") || !strings.Contains(r.err, "did you mean institution:conacyt?") || strings.Contains(r.err, "institution:conafor") {
			t.Errorf("%v: %d\n%s", args, r.code, r.err)
		}
	}
}

// TestWithdraw: what only the withdrawn report states goes, history stays, and a release from before is answered again.
func TestWithdraw(t *testing.T) {
	f := second(t)
	before := f.ok(t, "crosswalks", "-o", "csv")
	if out := f.ok(t, "withdraw", "cmp-2019"); !strings.Contains(out, "release 3 (") || !strings.Contains(out, " removed") {
		t.Errorf("withdraw: %s", out)
	}
	only := newFolder(t)
	if a, b := f.ok(t, "crosswalks", "-o", "json"), only.ok(t, "crosswalks", "-o", "json"); a != b {
		t.Error("after the withdrawal the answer is not that of the other edition alone")
	}
	if f.release(t).ID() != only.release(t).ID() {
		t.Error("after the withdrawal the graph is not that of the other edition alone")
	}
	if again := f.ok(t, "crosswalks", "-o", "csv", "--release", "2"); again != before {
		t.Error("release 2 is answered otherwise now")
	}
}

// TestExport: the bundle comes out byte for byte as it was packaged or loaded.
func TestExport(t *testing.T) {
	f := second(t)
	packaged, err := os.ReadFile(filepath.Join("..", "editions", "cmp-2018.json"))
	if err != nil {
		t.Fatal(err)
	}
	r := f.run(t, "export", "bundle", "--report", "cmp-2018")
	if r.code != 0 || r.err != "" || !bytes.Equal([]byte(r.out), packaged) {
		t.Errorf("exit code %d, %d bytes of %d, on standard error %q", r.code, len(r.out), len(packaged), r.err)
	}
	if out := f.ok(t, "export", "bundle", "--report", "report:cmp-2019"); out != string(graphtest.Edition2019(t).Encode()) {
		t.Error("the loaded bundle comes out otherwise")
	}
}

// TestAttach: the right source gives quotes, to people and in an export that asks for them; another is refused with both hashes.
func TestAttach(t *testing.T) {
	f := second(t)
	text := graphtest.Source2019(t)
	before := f.release(t)
	wrong := write(t, "wrong.txt", append(bytes.Clone(text), '!'))
	r := f.run(t, "attach", wrong)
	if hash := graphtest.Edition2019(t).Report.TextSHA256; r.code != 1 || !strings.Contains(r.err, wrong) || strings.Count(r.err, "SHA-256") != 3 || !strings.Contains(r.err, "the very file") || !strings.Contains(r.err, hash) {
		t.Errorf("the wrong source: exit code %d\n%s", r.code, r.err)
	}
	if r := f.run(t, "attach", "--report", "cmp-2018", write(t, "source.txt", text)); r.code != 1 || strings.Count(r.err, "SHA-256") != 1 {
		t.Errorf("the source of another report: exit code %d\n%s", r.code, r.err)
	}
	quote := strings.TrimSpace(strings.Split(string(text), "\n")[17])
	if out := f.ok(t, "show", "passage:cmp-2019:18-1"); strings.Contains(out, quote) {
		t.Fatal("there is a quote before the source was attached")
	}
	if r := f.runWith(t, string(text), "attach", "-"); r.code != 0 || r.out != "standard input: attached to report:cmp-2019\n" {
		t.Fatalf("the right source: %d %s%s", r.code, r.out, r.err)
	}
	for _, args := range [][]string{{"show", "passage:cmp-2019:18-1"}, {"pair", "energy", "environment"}, {"export", "bundle", "--report", "cmp-2019", "--quotes"}} {
		if out := f.ok(t, args...); !strings.Contains(out, quote) {
			t.Errorf("%v shows no quote", args)
		}
	}
	if out := f.ok(t, "export", "bundle", "--report", "cmp-2019"); strings.Contains(out, quote) {
		t.Error("the export holds quotes that nobody asked for")
	}
	if now := f.release(t); now.Digest != before.Digest || now.Number != before.Number {
		t.Error("attaching made a release")
	}
}
