package ui

import "time"

// frame is what stands around every page: of which partnership and year it speaks, on what it rests, and the same as data.
type frame struct {
	Head        string // title of the document
	Partnership string
	Year        int
	Editions    []editionView
	Release     string
	Stale       string // how long ago the store could last be asked; empty where it can be
	Home        string // address of the first page with the same question
	Options     string // of the list of possible collaboration
	Notes       string // of all notes
	Data        []dataView
}

// editionView is a report that the page rests on; URL is where it is published, empty where no edition says it.
type editionView struct {
	refView
	Year int
	URL  string
}

// dataView is the same as the page for programs.
type dataView struct{ Name, Address string }

func (v *viewer) frame(head string, data ...dataView) frame {
	f := frame{Head: head, Year: v.year(), Release: v.release(), Data: data,
		Home: v.asked.page("/"), Options: v.asked.page("/en/opportunities"), Notes: v.asked.page("/en/notes")}
	if v.ranking != nil {
		f.Partnership = v.name(v.snap.Entity(v.ranking.Model().Partnership).Name)
	} else if reports := v.snap.Reports(); len(reports) > 0 {
		f.Partnership = v.named(reports[len(reports)-1].Partnership)
	}
	for _, e := range v.snap.Reports() {
		f.Editions = append(f.Editions, editionView{v.ref(e.ID), e.Year, e.URL})
	}
	if h := v.svc.Health(); h.Cause != nil {
		f.Stale = h.Age.Round(time.Second).String()
	}
	return f
}

// kept is an answer that knows no year: where the page is of an earlier one, the answer holds more.
func (v *viewer) kept(name, path string) dataView {
	if v.snap != v.all {
		name += " (of every loaded edition)"
	}
	return dataView{name, v.asked.kept(path)}
}

// release is the release as people are told it.
func (v *viewer) release() string {
	if r := v.all.Release(); r.Number > 0 {
		return r.ID()
	}
	return ""
}

// year is the year that the page is as of.
func (v *viewer) year() int {
	switch {
	case v.ranking != nil:
		return v.ranking.Model().AsOf
	case v.options.AsOf > 0:
		return v.options.AsOf
	}
	return v.snap.Newest("")
}

// emptyPage says that nothing is loaded, and how to load.
type emptyPage struct {
	Release string
	Load    []Command
	Any     []Command // where nothing is known of the store and of how the service was started
}

// anyStore are the commands for whatever way the service was started.
var anyStore = []Command{
	{"With the program", "crosswalk load --packaged cmp-2018"},
	{"From its source, as make run does", "go run ./cmd/crosswalk load --packaged cmp-2018"},
	{"In containers", "docker compose exec crosswalk crosswalk load --packaged cmp-2018"},
}

func (u *UI) emptyPage(v *viewer) emptyPage {
	p := emptyPage{Release: v.release(), Load: u.load}
	if len(p.Load) == 0 {
		p.Any = anyStore
	}
	return p
}
