package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// command has the program itself load or withdraw and kills it on its way, as somebody at a terminal would. Its exit code says
// whether the load is durable.
func (k *killing) command(ctx context.Context, op string) (ending, error) {
	c, args, err := k.commanded(op)
	if err != nil {
		return "", err
	}
	var said strings.Builder
	cmd := k.program.command(ctx, nil, append(args, k.place.flags()...)...)
	cmd.Stdout, cmd.Stderr = &said, &said
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return "", err
	}
	length, measured := k.lengths[op]
	if measured {
		moment := time.Duration(k.dice.Float64() * 1.1 * float64(length))
		defer time.AfterFunc(moment, func() { _ = cmd.Process.Kill() }).Stop()
	}
	err = cmd.Wait()
	var exit *exec.ExitError
	if err != nil && (!measured || !errors.As(err, &exit) || exit.Exited()) {
		return "", fmt.Errorf("%w: %s", err, said.String())
	}
	if err == nil {
		k.learn(op, time.Since(began))
	}
	end, settled := k.model.settle(ctx, k.place, c, err == nil)
	if settled != nil {
		return end, settled
	}
	return end, k.model.again(ctx, k.place, c, end)
}

// commanded draws a change of one report, which is what one file or name on the command line is.
func (k *killing) commanded(op string) (c graph.Change, args []string, err error) {
	if op == "crosswalk withdraw" && len(k.model.st.Bundles) > 3 {
		c = k.world.withdraw(k.dice, k.model.st)
		c.Withdraw = c.Withdraw[:1]
		return c, append([]string{"withdraw"}, c.Withdraw...), nil
	}
	c = k.world.load(k.dice, k.model.st)
	c.Put, c.Withdraw = c.Put[:1], nil
	file := filepath.Join(k.dir, "bundle.json")
	return c, []string{"load", file}, os.WriteFile(file, c.Put[0].Encode(), 0o644)
}
