package cli_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestReadmeGraph: the README names every kind and relationship of the graph, and no other.
func TestReadmeGraph(t *testing.T) {
	_, after, _ := strings.Cut(readme(t), "### The graph\n")
	text, _, ok := strings.Cut(after, "```cypher")
	if !ok {
		t.Fatal("the README does not tell of the graph")
	}
	for _, k := range graph.Kinds {
		if !strings.Contains(text, "`"+string(k)+"`") {
			t.Errorf("the kind %s is not told", k)
		}
	}
	for _, lt := range graph.LinkTypes {
		if !strings.Contains(text, "`"+string(lt)+"`") {
			t.Errorf("the relationship %s is not told", lt)
		}
	}
	for _, m := range regexp.MustCompile("`([A-Z]+_[A-Z_]+)`").FindAllStringSubmatch(text, -1) {
		if !graph.LinkType(m[1]).Known() {
			t.Errorf("there is no relationship %s", m[1])
		}
	}
}

// TestReadmeCypher: the README's queries find something in the packaged edition, on a real Neo4j.
func TestReadmeCypher(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	newFolder(t).ok(t, append([]string{"releases"}, at(cfg)...)...)
	blocks := regexp.MustCompile("(?s)```cypher\n(.*?)```").FindAllStringSubmatch(readme(t), -1)
	if len(blocks) < 3 {
		t.Errorf("only %d queries were found", len(blocks))
	}
	for _, b := range blocks {
		if graphtest.ByHand(t, cfg, b[1]) == 0 {
			t.Errorf("nothing is found by\n%s", b[1])
		}
	}
}
