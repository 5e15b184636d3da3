package main

import (
	"context"
	"os"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/cli"
)

// programEnv, where it is set, makes this test binary the program itself.
const programEnv = "CROSSWALK_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if code, ok := role(context.Background()); ok {
		os.Exit(code)
	}
	if os.Getenv(programEnv) != "" {
		os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// newHarness is a harness whose processes are this test binary, with a seed that a failure names.
func newHarness(t *testing.T) *harness {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	h := &harness{worker: binary{file: self}, program: binary{file: self, env: []string{programEnv + "=1"}}, dir: t.TempDir(), seed: 1, kills: 5, sum: &summary{}}
	t.Cleanup(func() { h.close(); h.sum.print(t.Output()) })
	return h
}
