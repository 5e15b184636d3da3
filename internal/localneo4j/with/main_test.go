package main

import "testing"

func TestCommandsCodeIsPassedOn(t *testing.T) {
	t.Setenv("CROSSWALK_TEST_NEO4J_URI", "bolt://127.0.0.1:1") // none is started where one is given
	for code, command := range map[int][]string{
		0: {"true"}, 7: {"sh", "-c", "exit 7"}, 1: {"/no/such/program"}, 2: {},
	} {
		if got := run(command); got != code {
			t.Errorf("%v: %d, want %d", command, got, code)
		}
	}
}
