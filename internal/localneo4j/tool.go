package localneo4j

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// ErrMissing: a program that the private Neo4j needs is not installed. The message names it and what to install.
var ErrMissing = errors.New("missing program")

// oldestJava is the first major version of Java that Neo4j 5.26 runs on.
const oldestJava = 17

// Available reports what keeps this machine from running a private Neo4j: nil, or an error that wraps ErrMissing.
// Maven counts only while the jars are not in the cache.
func Available() error {
	if _, err := findJava(); err != nil {
		return err
	}
	lib, err := libFolder()
	if err != nil || complete(lib) {
		return err
	}
	_, err = findMaven()
	return err
}

// findJava is the path of a Java that is new enough: JAVA_HOME's, else the one on PATH.
func findJava() (string, error) {
	path, err := findProgram("JAVA_HOME", "java")
	if err != nil {
		return "", fmt.Errorf("%w: java: install a Java 17 or 21 runtime (for instance the package openjdk-17-jre-headless), or set JAVA_HOME", ErrMissing)
	}
	out, err := exec.Command(path, "-version").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w: %s -version failed: %w: %s", ErrMissing, path, err, out)
	}
	if v := javaMajor(string(out)); v < oldestJava {
		return "", fmt.Errorf("%w: java: %s is version %d, Neo4j %s needs 17 or 21: install openjdk-17-jre-headless or set JAVA_HOME", ErrMissing, path, v, Version)
	}
	return path, nil
}

func findMaven() (string, error) {
	path, err := findProgram("MAVEN_HOME", "mvn")
	if err != nil {
		return "", fmt.Errorf("%w: mvn: install Maven (for instance the package maven); it fetches Neo4j %s once", ErrMissing, Version)
	}
	return path, nil
}

// findProgram looks in the bin folder of the home that variable names, then on PATH.
func findProgram(variable, name string) (string, error) {
	if home := os.Getenv(variable); home != "" {
		if path, err := exec.LookPath(filepath.Join(home, "bin", name)); err == nil {
			return path, nil
		}
	}
	return exec.LookPath(name)
}

var javaVersion = regexp.MustCompile(`version "(\d+)(?:\.(\d+))?`)

// javaMajor reads the major version out of what java -version prints: 17 of "17.0.15", 8 of "1.8.0_392", 0 of anything else.
func javaMajor(out string) int {
	m := javaVersion.FindStringSubmatch(out)
	if m == nil {
		return 0
	}
	major, _ := strconv.Atoi(m[1])
	if major == 1 {
		major, _ = strconv.Atoi(m[2])
	}
	return major
}
