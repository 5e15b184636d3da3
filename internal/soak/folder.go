package main

import "path/filepath"

// small is a world of many little reports: a load changes a small part of it, so that images serve several releases.
var small = world{reports: 24, links: 24}

// tiny is a world that is merged at once, for trials that audit far more than they load.
var tiny = world{reports: 8, links: 16}

// folder is a new embedded store, which its first load creates.
func (h *harness) folder(name string) place {
	return place{Folder: filepath.Join(h.dir, name), Keep: 3}
}
