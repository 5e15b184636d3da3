// Command with runs a command beside a private Neo4j whose address it finds in CROSSWALK_TEST_NEO4J_URI,
// CROSSWALK_TEST_NEO4J_USERNAME and CROSSWALK_TEST_NEO4J_PASSWORD, and ends with the command's exit code:
//
//	go run ./internal/localneo4j/with go test ./...
//
// Where the variables are set already, or where this machine cannot run a Neo4j, the command runs all the same:
// tests then take the given one, or say why they skip.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

func main() { os.Exit(run(os.Args[1:])) }

func run(command []string) int {
	if len(command) == 0 {
		fmt.Fprintln(os.Stderr, "usage: with COMMAND [ARGUMENT...]")
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	env := os.Environ()
	if os.Getenv("CROSSWALK_TEST_NEO4J_URI") == "" {
		server, err := localneo4j.Start(ctx, localneo4j.Options{Log: os.Stderr})
		switch {
		case errors.Is(err, localneo4j.ErrMissing):
			fmt.Fprintln(os.Stderr, "no Neo4j for the tests:", err)
		case err != nil:
			fmt.Fprintln(os.Stderr, err)
			return 1
		default:
			defer func() { _ = server.Stop() }() // the command has ended; what remains of the server is the system's
			env = append(env, "CROSSWALK_TEST_NEO4J_URI="+server.URI, "CROSSWALK_TEST_NEO4J_USERNAME="+server.Username,
				"CROSSWALK_TEST_NEO4J_PASSWORD="+server.Password)
		}
	}
	return runCommand(ctx, command, env)
}

// runCommand runs command to its end; when ctx ends first, the command is interrupted and waited for.
func runCommand(ctx context.Context, command, env []string) int {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.Stdin, cmd.Stdout, cmd.Stderr, cmd.Env = os.Stdin, os.Stdout, os.Stderr, env
	err := cmd.Run()
	var ended *exec.ExitError
	if errors.As(err, &ended) && ended.ExitCode() >= 0 {
		return ended.ExitCode()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "with:", err)
		return 1
	}
	return 0
}
