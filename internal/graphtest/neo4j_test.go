package graphtest

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
)

func TestMain(m *testing.M) { os.Exit(Main(m)) }

func TestNeo4jIsEmptyWhateverATestLeft(t *testing.T) {
	for range 2 {
		t.Run("leaves something", func(t *testing.T) {
			s, err := neo4jstore.Open(t.Context(), Neo4j(t))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(t.Context())
			if r, err := s.Release(t.Context()); err != nil || r.Number != 0 {
				t.Errorf("release %d, %v; want none", r.Number, err)
			}
			if _, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{Edition2019(t)}}); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// TestWantsNeo4j is run by TestWithoutNeo4j in a process of its own.
func TestWantsNeo4j(t *testing.T) {
	if os.Getenv("GRAPHTEST_ALONE") == "" {
		return
	}
	Neo4j(t)
}

func TestWithoutNeo4jTestsSkipAndUnderCIFail(t *testing.T) {
	for _, c := range []struct {
		ci, want string
		fails    bool
	}{{"", "--- SKIP", false}, {"true", "--- FAIL", true}} {
		cmd := exec.Command(os.Args[0], "-test.run", "^TestWantsNeo4j$", "-test.v")
		cmd.Env = []string{"GRAPHTEST_ALONE=1", "CI=" + c.ci, "PATH=" + t.TempDir(), "HOME=" + t.TempDir(), "TMPDIR=" + t.TempDir()}
		out, err := cmd.CombinedOutput()
		if c.fails != (err != nil) || !strings.Contains(string(out), c.want) || !strings.Contains(string(out), "openjdk") {
			t.Errorf("CI=%s: %v, want %s and what to install:\n%s", c.ci, err, c.want, out)
		}
	}
}
