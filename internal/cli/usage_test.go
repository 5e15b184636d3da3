package cli_test

import (
	"net"
	"os"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestMistakes is every mistake that a user can make in a call: its exit code, and the words of the message that say what, where and
// what to do.
func TestMistakes(t *testing.T) {
	f := second(t)
	for _, tc := range []struct {
		args string
		code int
		says []string
	}{
		{"crosswalk", 2, []string{`unknown command "crosswalk"`, "crosswalks"}},
		{"crosswalks extra", 2, []string{"takes no argument", `"extra"`, "See crosswalk crosswalks --help."}},
		{"pair energy", 2, []string{"pair takes GROUP GROUP", "energy was given"}},
		{"show", 2, []string{"show takes ID", "none was given"}},
		{"search", 2, []string{"search takes WORDS"}},
		{"load", 2, []string{"load takes FILE", "--packaged NAME (cmp-2018"}},
		{"load --packaged cmp-2017", 2, []string{`--packaged names "cmp-2017"`, "packaged: cmp-2018"}},
		{"check", 2, []string{"check takes FILE", "none was given"}},
		{"check --schema x", 2, []string{"takes no argument", `"x"`}},
		{"export", 2, []string{"export alone does nothing", "crosswalk export bundle --report REPORT"}},
		{"neo4j", 2, []string{"neo4j alone does nothing", "crosswalk neo4j start"}},
		{"neo4j start --bolt-port 70000", 2, []string{"--bolt-port is 70000", "1 to 65535"}},
		{"neo4j start --bolt-port 7687 --http-port 7687", 2, []string{"both 7687", "must differ"}},
		{"export nix", 2, []string{`no command "nix"`, "bundle"}},
		{"neo4j nix", 2, []string{`no command "nix"`, "start"}},
		{"crosswalks --bnad strong", 2, []string{"--bnad", "did you mean --band?"}},
		{"crosswalks --band strng", 2, []string{"strng", "strong, established"}},
		{"crosswalks --channel sesion", 2, []string{"sesion", "session, project"}},
		{"crosswalks --basis sted", 2, []string{"sted", "stated, inferred or reviewed"}},
		{"crosswalks --as-of soon", 2, []string{"--as-of", "soon"}},
		{"crosswalks --min-confidence 7", 2, []string{"confidence is 7", "0 to 1"}},
		{"crosswalks --set scoring.sesion.r=1 --set scoring.session.r=7 --set x", 2, []string{"scoring.sesion.r", "scoring.session.h", "0.99", `"x" is not name=number`}},
		{"crosswalks -o xml", 2, []string{"xml", "table, csv or json"}},
		{"crosswalks --as-of 2001", 1, []string{"2001", "2018"}},
		{"crosswalks --release 99", 1, []string{"release 99", "no such release"}},
		{"crosswalks --partnership partnership:nix", 1, []string{"partnership:nix", "partnership:cmp"}},
		{"crosswalks --group group:cmp:enrgy", 1, []string{"did you mean group:cmp:energy?", "group:cmp:mining"}},
		{"pair enrgy mining", 1, []string{"did you mean group:cmp:energy?"}},
		{"pair energy energy", 2, []string{"two groups"}},
		{"opportunities energy", 2, []string{`"energy" is no opportunity`, "name two groups", "--group energy"}},
		{"opportunities enrgy mining", 1, []string{"did you mean group:cmp:energy?"}},
		{"opportunities energy energy", 2, []string{"named twice"}},
		{"opportunities energy institution:conafor", 2, []string{"group:cmp:energy is of the kind WorkingGroup", "groups alone, or of institutions alone"}},
		{"opportunities theme:gender-equality energy", 2, []string{"theme:gender-equality is of the kind Theme", "of groups, or of institutions"}},
		{"opportunities energy labour-mobility", 1, []string{"labour-mobility is not active"}},
		{"opportunities opportunity:group:cmp:enrgy~group:cmp:mining", 1, []string{"did you mean group:cmp:energy?"}},
		{"opportunities opportunity:group:cmp:energy~group:cmp:labour-mobility", 1, []string{"labour-mobility is not active"}},
		{"opportunities --kind nw", 2, []string{"nw", "new, follow-up, deepen"}},
		{"opportunities --size 4", 2, []string{"4", "2 or 3"}},
		{"opportunities --members people", 2, []string{"people", "groups or institutions"}},
		{"opportunities --members institutions --group energy", 2, []string{"--group says nothing about institutions"}},
		{"opportunities --institution x", 2, []string{"--institution says nothing about groups"}},
		{"opportunities --theme theme:nix", 1, []string{"theme:nix"}},
		{"paths energy", 2, []string{"paths takes FROM TO"}},
		{"paths energy nix", 1, []string{"nix: no such entity"}},
		{"paths energy mining --types HOLD", 2, []string{"HOLD", "HOLDS"}},
		{"paths energy mining --max-hops 99", 2, []string{"99", "1 to 8"}},
		{"paths energy mining --k 0", 2, []string{"--k is 0"}},
		{"interlocks energy", 2, []string{"interlocks takes ID ID"}},
		{"interlocks energy minning", 1, []string{"did you mean group:cmp:mining?"}},
		{"connectors --min-groups 1", 2, []string{"--min-groups is 1", "at least 2"}},
		{"commitments --due-before soon", 2, []string{"soon", "2019-03"}},
		{"commitments --status opn", 2, []string{"opn", "open, done"}},
		{"commitments --firmness firm", 2, []string{"firm", "agreed, planned"}},
		{"commitments --group nix", 1, []string{"nix: no such entity"}},
		{"figures --target=maybe", 2, []string{"--target", "maybe"}},
		{"notes --about nix", 1, []string{"nix: no such entity"}},
		{"notes --kind nix", 2, []string{"nix", "contradiction"}},
		{"compare --from 2019", 2, []string{"--from and --to are both 2019", "[2018 2019]"}},
		{"compare --to 2018", 1, []string{"no edition before 2018 is loaded", "[2018 2019]"}},
		{"compare --from 2018 --to 2019 --as-of 2018", 2, []string{"--as-of says nothing here"}},
		{"compare --from 2018 --to 2031", 1, []string{"2031", "2018 2019"}},
		{"show group:cmp:minning", 1, []string{"did you mean group:cmp:mining?"}},
		{"show link:0", 1, []string{"link:0: no such link"}},
		{"show passage:cmp-2018:0-1", 1, []string{"passage:cmp-2018:0-1: no such passage"}},
		{"search --limit 0 x", 2, []string{"--limit is 0"}},
		{"export bundle", 2, []string{"--report", "cmp-2018"}},
		{"export bundle --report cmp-2081", 1, []string{"report:cmp-2081 is not loaded", "did you mean report:cmp-2018?"}},
		{"withdraw nix", 1, []string{"nothing was withdrawn", "report:nix", "report:cmp-2018, report:cmp-2019"}},
		{"load nix.json", 1, []string{"nothing was loaded", "nix.json: there is no such file"}},
		{"load /", 1, []string{"this is a folder"}},
		{"attach nix.txt", 1, []string{"nix.txt: there is no such file"}},
		{"attach --report nix /dev/null", 1, []string{"report:nix is not loaded"}},
		{"check /proc/self/status", 1, []string{"/proc/self/status: 1:1: this is no bundle", "crosswalk-bundle/1", "crosswalk check --schema", "crosswalk attach"}},
		{"load /proc/self/status", 1, []string{"nothing was loaded", "/proc/self/status: 1:1: this is no bundle"}},
		{"health --address 127.0.0.1:1", 1, []string{"no service answers at 127.0.0.1:1: connection refused", "crosswalk serve --address 127.0.0.1:1", "--address or CROSSWALK_ADDRESS"}},
		{"crosswalks --editions cmp-2017", 2, []string{"cmp-2017", "cmp-2018"}},
	} {
		r := f.run(t, strings.Fields(tc.args)...)
		if r.code != tc.code || r.out != "" || strings.Contains(r.err, "usage error") {
			t.Errorf("crosswalk %s: exit code %d, want %d; output %q\n%s", tc.args, r.code, tc.code, r.out, r.err)
		}
		for _, s := range tc.says {
			if !strings.Contains(r.err, s) {
				t.Errorf("crosswalk %s: the message does not say %q:\n%s", tc.args, s, r.err)
			}
		}
		if hint := strings.Contains(r.err, " --help.\n"); hint != (tc.code == 2) {
			t.Errorf("crosswalk %s: exit code %d and the hint to --help: %t\n%s", tc.args, tc.code, hint, r.err)
		}
	}
}

// TestConfigurationMistakes: a wrong key or value is told with where it stands, from a file, the environment and a flag, all at once.
func TestConfigurationMistakes(t *testing.T) {
	f := newFolder(t)
	file := write(t, "crosswalk.yaml", []byte("adress: x\nstore: files\nneo4j:\n  url: bolt://x\n"))
	t.Setenv("CROSSWALK_DATADIR", "/x")
	r := f.run(t, "releases", "--config", file, "--log-level", "loud")
	for _, s := range []string{file + ": line 1: unknown key adress; did you mean address?", "line 4: unknown key neo4j.url; did you mean neo4j.uri?", "CROSSWALK_DATADIR; did you mean CROSSWALK_DATA_DIR?",
		`store is "files"`, "--store", "CROSSWALK_STORE", `log.level is "loud"`, "See crosswalk releases --help."} {
		if !strings.Contains(r.err, s) {
			t.Errorf("the message does not say %q:\n%s", s, r.err)
		}
	}
	if r.code != 2 || r.out != "" {
		t.Errorf("exit code %d, output %q", r.code, r.out)
	}
	if err := os.Unsetenv("CROSSWALK_DATADIR"); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ args, says string }{
		{"releases --adress x", "did you mean --address?"}, {"releases --config nix.yaml", "nix.yaml"}, {"serve --address nowhere", "host:port"},
		{"releases --store neo4j", "neo4j.uri is empty"}, {"releases --store neo4j --neo4j-uri http://x", "bolt"}, {"releases --config " + write(t, "b.yaml", []byte("a: [")), "b.yaml"},
	} {
		if r := f.run(t, strings.Fields(tc.args)...); r.code != 2 || !strings.Contains(r.err, tc.says) {
			t.Errorf("%s: exit code %d\n%s", tc.args, r.code, r.err)
		}
	}
}

// TestStoreAway: a database that does not answer and a folder that cannot be had are told with what to do.
func TestStoreAway(t *testing.T) {
	r := newFolder(t).run(t, "crosswalks", "--store", "neo4j", "--neo4j-uri", "bolt://127.0.0.1:1")
	if r.code != 1 || !strings.Contains(r.err, "bolt://127.0.0.1:1") || !strings.Contains(r.err, "crosswalk neo4j start") {
		t.Errorf("Neo4j away: exit code %d\n%s", r.code, r.err)
	}
	file := write(t, "file", nil)
	for _, dir := range []string{file, file + "/below", "/proc/none"} {
		for _, args := range [][]string{{"crosswalks"}, {"serve"}, {"load", bundle(t, graphtest.Edition2019(t))}} {
			r := folder(dir).run(t, args...)
			if r.code != 1 || !strings.Contains(r.err, "The data folder is "+dir) || !strings.Contains(r.err, "--data-dir") {
				t.Errorf("%s with data folder %s: exit code %d\n%s", args, dir, r.code, r.err)
			}
		}
	}
}

// TestPortTaken: a port that another program holds is told with how to choose another.
func TestPortTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	r := newFolder(t).run(t, "serve", "--address", l.Addr().String())
	if r.code != 1 || !strings.Contains(r.err, l.Addr().String()+" is taken") || !strings.Contains(r.err, "--address") || !strings.Contains(r.err, "make run ADDR=") {
		t.Errorf("exit code %d\n%s", r.code, r.err)
	}
	if r := newFolder(t).run(t, "serve", "--address", "192.0.2.1:80"); r.code != 1 || !strings.Contains(r.err, "192.0.2.1:80") {
		t.Errorf("an address of another machine: exit code %d\n%s", r.code, r.err)
	}
}
