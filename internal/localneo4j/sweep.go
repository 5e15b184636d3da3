package localneo4j

import (
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// temporaryPrefix begins the names of temporary databases' folders.
const temporaryPrefix = "crosswalk-neo4j-"

// sweep removes temporary databases that a killed process left behind: nobody holds their lock, and they are an hour old,
// so that one that failed to start can still be looked at.
func sweep(now time.Time) {
	folders, _ := filepath.Glob(filepath.Join(os.TempDir(), temporaryPrefix+"*"))
	for _, dir := range folders {
		info, err := os.Stat(filepath.Join(dir, lockName))
		if err != nil || now.Sub(info.ModTime()) < time.Hour {
			continue
		}
		lock := flock.New(filepath.Join(dir, lockName))
		if free, err := lock.TryLock(); err == nil && free {
			_ = os.RemoveAll(dir)
			_ = lock.Unlock()
		}
	}
}
