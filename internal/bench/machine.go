package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

// machine is what the figures were measured on.
type machine struct {
	Date   string  `json:"date"` // UTC
	CPU    string  `json:"cpu"`
	Cores  int     `json:"cores"`
	Memory float64 `json:"memory_gib"`
	OS     string  `json:"os"`
	Go     string  `json:"go"`
	Neo4j  string  `json:"neo4j"`
	Java   string  `json:"java"`
	Load   string  `json:"load"` // 1, 5, 15 minutes when the run began
}

// thisMachine asks the system; what it does not tell stays empty.
func thisMachine(ctx context.Context) machine {
	m := machine{Date: time.Now().UTC().Format("2006-01-02 15:04"), Cores: runtime.NumCPU(), OS: runtime.GOOS + "/" + runtime.GOARCH, Go: runtime.Version(), Neo4j: localneo4j.Version}
	m.CPU = after("/proc/cpuinfo", "model name")
	var kib float64
	if _, err := fmt.Sscan(after("/proc/meminfo", "MemTotal"), &kib); err == nil {
		m.Memory = kib / (1 << 20)
	}
	if text, err := os.ReadFile("/proc/sys/kernel/osrelease"); err == nil {
		m.OS += " " + strings.TrimSpace(string(text))
	}
	if text, err := os.ReadFile("/proc/loadavg"); err == nil {
		m.Load = strings.Join(strings.Fields(string(text))[:3], " ")
	}
	if out, err := exec.CommandContext(ctx, "java", "-version").CombinedOutput(); err == nil {
		m.Java, _, _ = strings.Cut(string(out), "\n")
	}
	return m
}

// after is what stands after the colon of the first line that begins with name.
func after(file, name string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(text)) {
		if left, right, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(left) == name {
			return strings.TrimSpace(right)
		}
	}
	return ""
}

func (m machine) String() string {
	return fmt.Sprintf("%s UTC; %s, %d cores, %.0f GiB; %s; %s; Neo4j %s Community; %s; load averages when it began: %s",
		m.Date, m.CPU, m.Cores, m.Memory, m.OS, m.Go, m.Neo4j, m.Java, m.Load)
}
