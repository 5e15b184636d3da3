package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/pflag"
)

// programName is how people call the program that was started as file: crosswalk where that is on the PATH, go run where the program
// was compiled for this run alone, else the file.
func programName(file string) string {
	const name = "crosswalk"
	if strings.TrimSuffix(filepath.Base(file), ".exe") != name || file == name {
		return name
	}
	if strings.Contains(filepath.ToSlash(file), "/go-build") {
		return "go run ./cmd/" + name
	}
	if found, err := exec.LookPath(name); err == nil && sameFile(found, file) {
		return name
	}
	return quoted(file)
}

func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// reaching are the flags by which a command reaches its store; the environment reaches the next command too.
var reaching = []string{"config", "store", "data-dir", "neo4j-uri", "neo4j-username", "neo4j-password", "neo4j-password-file", "neo4j-database", "neo4j-allow-foreign"}

// reachOf are those of the flags that reach the store, as they were given; a password is left for its owner to write.
func reachOf(flags *pflag.FlagSet) string {
	out := ""
	for _, name := range reaching {
		f := flags.Lookup(name)
		switch {
		case f == nil || !f.Changed:
		case name == "neo4j-password":
			out += " --" + name + " …"
		case f.Value.Type() == "bool":
			out += " --" + name + "=" + f.Value.String()
		default:
			out += " --" + name + " " + quoted(f.Value.String())
		}
	}
	return out
}

// again is a command as people type it for the program and the store of this run.
func (a *app) again(command string) string { return a.name + " " + command + a.reach }

var plainWord = regexp.MustCompile(`^[\pL\pN_@%+=:,./\\~-]+$`)

// quoted is a word as a shell reads it back.
func quoted(word string) string {
	if plainWord.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
