package localneo4j

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// listName is the file that lists a fetched folder's jars, a size and a name a line; it is written last.
const listName = "jars.txt"

// writeList lists the jars in folder and makes sure that they are on disk.
func writeList(folder string) error {
	jars, err := filepath.Glob(filepath.Join(folder, "*.jar"))
	if err != nil || len(jars) == 0 {
		return fmt.Errorf("maven left no jar in %s: %w", folder, os.ErrNotExist)
	}
	var list strings.Builder
	for _, jar := range jars {
		info, err := os.Stat(jar)
		if err != nil {
			return err
		}
		fmt.Fprintf(&list, "%d %s\n", info.Size(), info.Name())
	}
	f, err := os.Create(filepath.Join(folder, listName))
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.WriteString(list.String()); err != nil {
		return err
	}
	return f.Sync()
}

// complete reports whether folder has its list and every jar of it in full size.
func complete(folder string) bool {
	f, err := os.Open(filepath.Join(folder, listName))
	if err != nil {
		return false
	}
	defer f.Close()
	jars := 0
	for lines := bufio.NewScanner(f); lines.Scan(); jars++ {
		var size int64
		var name string
		if _, err := fmt.Sscan(lines.Text(), &size, &name); err != nil {
			return false
		}
		if info, err := os.Stat(filepath.Join(folder, name)); err != nil || info.Size() != size {
			return false
		}
	}
	return jars > 0
}
