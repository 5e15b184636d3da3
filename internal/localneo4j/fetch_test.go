package localneo4j

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestMissingProgramsAreNamedWithWhatToInstall(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("JAVA_HOME", "")
	t.Setenv("MAVEN_HOME", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	if _, err := Start(t.Context(), Options{}); !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "openjdk-17") {
		t.Errorf("without java: %v", err)
	}
	if _, err := Fetch(t.Context(), nil); !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "package maven") {
		t.Errorf("without mvn: %v", err)
	}
	if err := Available(); !errors.Is(err, ErrMissing) {
		t.Errorf("available: %v", err)
	}
}

func TestOldJavaIsRefused(t *testing.T) {
	home := t.TempDir()
	if err := os.MkdirAll(filepath.Join(home, "bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n"
	if err := os.WriteFile(filepath.Join(home, "bin", "java"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("JAVA_HOME", home)
	if _, err := findJava(); !errors.Is(err, ErrMissing) || !strings.Contains(err.Error(), "version 11") {
		t.Errorf("%v, want version 11 refused", err)
	}
}

func TestJavaMajor(t *testing.T) {
	for out, want := range map[string]int{
		`openjdk version "17.0.15" 2025-04-15`: 17, `java version "1.8.0_392"`: 8, `openjdk version "21" 2023-09-19`: 21, "nonsense": 0,
	} {
		if got := javaMajor(out); got != want {
			t.Errorf("%s: %d, want %d", out, got, want)
		}
	}
}

// fakeMaven puts an mvn on PATH that runs script with $dir set to the output folder.
func fakeMaven(t *testing.T, script string) {
	t.Helper()
	bin := t.TempDir()
	text := "#!/bin/sh\nfor a in \"$@\"; do case $a in -DoutputDirectory=*) dir=${a#-DoutputDirectory=};; esac; done\n" + script
	if err := os.WriteFile(filepath.Join(bin, "mvn"), []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	t.Setenv("MAVEN_HOME", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
}

func TestHalfAFetchIsNotTakenForAWholeOne(t *testing.T) {
	fakeMaven(t, "echo half > $dir/a.jar; echo the network went away; exit 1\n")
	if _, err := Fetch(t.Context(), nil); err == nil || !strings.Contains(err.Error(), "the network went away") {
		t.Fatalf("%v, want Maven's own words", err)
	}
	lib, err := libFolder()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(lib); !errors.Is(err, os.ErrNotExist) || complete(lib) {
		t.Errorf("a folder stands after half a fetch: %v", err)
	}
	fakeMaven(t, "echo a > $dir/a.jar; echo b > $dir/b.jar; echo $$ >> $dir/../calls\n")
	lib, err = Fetch(t.Context(), nil)
	if err != nil || !complete(lib) {
		t.Fatalf("%v, complete %v", err, complete(lib))
	}
	if err := os.Truncate(filepath.Join(lib, "b.jar"), 1); err != nil {
		t.Fatal(err)
	}
	if complete(lib) {
		t.Error("a cut jar passes for whole")
	}
	if _, err := Fetch(t.Context(), nil); err != nil || !complete(lib) {
		t.Errorf("not mended: %v", err)
	}
}

func TestConcurrentFetchersFetchOnce(t *testing.T) {
	fakeMaven(t, "echo call >> $dir/../calls; sleep 0.3; echo a > $dir/a.jar\n")
	errs := make(chan error)
	for range 5 {
		go func() {
			_, err := Fetch(t.Context(), nil)
			errs <- err
		}()
	}
	for range 5 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	lib, _ := libFolder()
	calls, err := os.ReadFile(filepath.Join(filepath.Dir(lib), "calls"))
	if err != nil || string(calls) != "call\n" {
		t.Errorf("Maven ran more than once: %q %v", calls, err)
	}
}
