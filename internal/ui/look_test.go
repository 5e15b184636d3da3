package ui_test

import (
	_ "embed"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestWithoutScript: with script disabled the table leads to a pair's page, whose folded parts open, and from there to a passage.
func TestWithoutScript(t *testing.T) {
	ctx := tab(t)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	open(t, ctx, serveReport(t)+"/", 1280, "light")
	do(t, ctx, chromedp.Click(`article.option summary`))
	if !evaluate[bool](t, ctx, `document.querySelector("article.option details").open`) {
		t.Error("the reasons do not open")
	}
	for _, step := range []struct{ click, at string }{{`td.linked a`, "/en/links/group:cmp:"}, {`a.place`, "/en/passages/passage:cmp-2018:"}} {
		do(t, ctx, chromedp.Click(step.click))
		for end := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
			at, err := chromedp.Run(ctx, chromedp.Location())
			if err != nil || time.Now().After(end) {
				t.Fatalf("%s leads to %s: %v", step.click, at, err)
			}
			if strings.Contains(at, step.at) {
				break
			}
		}
	}
}

// TestZeroIsNotNoChapter: the two look different: a dot on a plain ground, which no reader takes for a measured zero, against hatching
// and words.
func TestZeroIsNotNoChapter(t *testing.T) {
	ctx := tab(t)
	for _, scheme := range []string{"light", "dark"} {
		open(t, ctx, serveReport(t)+"/", 1280, scheme)
		look := func(state string) []string {
			return evaluate[[]string](t, ctx, `(() => { const c = document.querySelector("td.`+state+`"), s = getComputedStyle(c); return [c.innerText.trim(), s.backgroundImage, s.backgroundColor]; })()`)
		}
		zero, none := look("zero"), look("no-chapter")
		if !strings.HasPrefix(zero[0], "·") || zero[1] != "none" || none[0] != "no chapter" || !strings.Contains(none[1], "gradient") {
			t.Errorf("%s: zero is %q, no chapter is %q", scheme, zero, none)
		}
	}
}

// TestNarrow: at the width of a small telephone, and of one at 400 % zoom, nothing but the table scrolls sideways.
func TestNarrow(t *testing.T) {
	ctx := tab(t)
	url := serveReport(t)
	addresses := []string{serve(t) + "/"}
	for _, path := range append(slices.Clone(pages), "/nothing", "/docs") {
		addresses = append(addresses, url+path)
	}
	for _, path := range addresses {
		for _, width := range []int64{360, 320} {
			open(t, ctx, path, width, "light")
			if got := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("%s at %d px is %d px wide: %v", path, width, got, evaluate[[]string](t, ctx, `[...document.querySelectorAll("body *")].filter(e => !e.closest(".scroll") && e.getBoundingClientRect().right > innerWidth).slice(0, 5).map(e => e.outerHTML.slice(0, 80))`))
			}
		}
	}
}

// TestHint: where the table is wider than the screen the page says that it goes on, and not where it fits.
func TestHint(t *testing.T) {
	ctx := tab(t)
	url := serveReport(t)
	for _, width := range []int64{320, 800, 1280} {
		open(t, ctx, url+"/", width, "light")
		got := evaluate[[]bool](t, ctx, `(() => { const s = document.querySelector("#groups .scroll"); return [s.scrollWidth > s.clientWidth, document.querySelector("#groups .hint").getBoundingClientRect().height > 0]; })()`)
		if got[0] != got[1] {
			t.Errorf("at %d px the table goes on: %v, and the page says so: %v", width, got[0], got[1])
		}
	}
}

// TestFocus: by keyboard alone every stop shows where it is, beginning with the way past the header, on every kind of page.
func TestFocus(t *testing.T) {
	ctx := tab(t)
	url := serveReport(t)
	for _, path := range pages {
		for _, scheme := range []string{"light", "dark"} {
			if scheme == "dark" && path != "/" {
				continue // one style sheet
			}
			open(t, ctx, url+path, 1280, scheme)
			stops := evaluate[int](t, ctx, `document.querySelectorAll("a, summary, .scroll").length`)
			seen := map[string]bool{}
			for i := range min(stops, 60) {
				do(t, ctx, chromedp.KeyEvent(kb.Tab))
				at := evaluate[[]string](t, ctx, `(() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
					return [e.tagName, e.innerText.slice(0, 40), s.outlineStyle, s.outlineWidth, String(r.right > 0 && r.bottom > 0 && r.top < innerHeight), e.className]; })()`)
				if at[0] == "BODY" {
					break // past the last stop: what is folded is none
				}
				if i == 0 && at[5] != "skip" {
					t.Errorf("%s, %s: the first stop is %q", path, scheme, at)
				}
				if at[2] != "solid" || at[3] != "3px" || at[4] != "true" {
					t.Errorf("%s, %s: stop %d cannot be seen: %q", path, scheme, i, at)
				}
				seen[at[0]] = true
			}
			if !seen["A"] || path == "/" && !seen["DIV"] {
				t.Errorf("%s, %s: stops were only %v; the table that scrolls must be one", path, scheme, seen)
			}
		}
	}
}

// paperWidth is the width between the margins of a sheet of A4, 19 cm at 96 px an inch.
const paperWidth = 718

// TestPrint: on paper what is folded stands open, what only leads about the page is left out, and every
// kind of page fits the sheet.
func TestPrint(t *testing.T) {
	ctx := tab(t)
	url := serveReport(t)
	open(t, ctx, url+"/", 1280, "light")
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
		t.Fatal(err)
	}
	shown := evaluate[map[string]bool](t, ctx, `(() => { const d = document.querySelector("article.option details");
		return {folded: d.querySelector(".items").getBoundingClientRect().height > 0 && getComputedStyle(d, "::details-content").contentVisibility === "visible",
			nav: document.querySelector("nav").getBoundingClientRect().height > 0}; })()`)
	if !shown["folded"] || shown["nav"] {
		t.Errorf("shown on paper: %v", shown)
	}
	for _, path := range pages {
		open(t, ctx, url+path, paperWidth, "light")
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
			t.Fatal(err)
		}
		if got := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); got > paperWidth {
			t.Errorf("%s is %d px wide on paper: %v", path, got, evaluate[[]string](t, ctx, `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth).slice(0, 5).map(e => e.outerHTML.slice(0, 80))`))
		}
	}
}

//go:embed testdata/contrast.js
var contrastScript string

// TestContrast: every text has the contrast that WCAG 2.2 AA asks for, 4.5 (3 where it is large), in light and dark, with everything
// open; the mark of focus has 3 to the page.
func TestContrast(t *testing.T) {
	ctx := tab(t)
	url := serveReport(t)
	for _, path := range append(slices.Clone(pages), "/nothing", "/docs") {
		for _, scheme := range []string{"light", "dark"} {
			open(t, ctx, url+path, 1280, scheme)
			r := evaluate[struct {
				Texts   int
				Grounds []string
				Least   float64
				Focus   float64
				Bad     []string
			}](t, ctx, contrastScript)
			t.Logf("%s %s: %d texts on %d grounds, least contrast %.2f, focus %.2f", path, scheme, r.Texts, len(r.Grounds), r.Least, r.Focus)
			if len(r.Bad) > 0 || r.Focus < 3 {
				t.Errorf("%s %s: focus %.2f; too little contrast:\n%s", path, scheme, r.Focus, strings.Join(r.Bad, "\n"))
			}
			if path == "/" && (r.Texts < 300 || len(r.Grounds) < 5) {
				t.Errorf("%s: only %d texts on grounds %v were judged", scheme, r.Texts, r.Grounds)
			}
		}
	}
}
