package main

import (
	"context"
	"fmt"
	"os"
)

// role carries out what the environment makes of this program, and gives its exit code; not ok where it is the harness.
func role(ctx context.Context) (code int, ok bool) {
	for env, play := range map[string]func(text string) error{
		workerEnv: func(text string) error { return work(ctx, text, os.Stdin, os.Stdout) },
		spaceEnv:  func(text string) error { return inSmallSpace(ctx, text, os.Stdout) },
	} {
		text := os.Getenv(env)
		if text == "" {
			continue
		}
		if err := play(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1, true
		}
		return 0, true
	}
	return 0, false
}
