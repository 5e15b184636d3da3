package config

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// complete fills in what follows from the machine: the data folder, and the password that a file holds.
func (c *Config) complete(bad func(key, format string, args ...any)) {
	if c.DataDir == "" {
		dir, err := dataHome()
		if err != nil {
			bad("data_dir", "is empty and the user's data folder is unknown: %v", err)
		}
		c.DataDir = filepath.Join(dir, "crosswalk")
	}
	n := &c.Neo4j
	switch {
	case n.PasswordFile == "":
	case n.Password.Reveal() != "":
		bad("neo4j.password_file", "stands beside neo4j.password; give one of them")
	default:
		b, err := os.ReadFile(n.PasswordFile)
		if err != nil {
			bad("neo4j.password_file", "cannot be read: %v; it must be the path of a file that holds the password alone", err)
		} else if len(bytes.TrimSpace(b)) == 0 {
			bad("neo4j.password_file", "is the empty file %s; it must hold the password", n.PasswordFile)
		}
		n.Password = NewSecret(strings.TrimRight(string(b), "\r\n"))
	}
}

// dataHome is the user's data folder: XDG_DATA_HOME, else the system's usual place.
func dataHome() (string, error) {
	if d := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return d, nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(home, filepath.FromSlash(dataSubfolder)), nil
}
