package ui_test

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// shared is the one browser of this test process.
var shared struct {
	once  sync.Once
	ctx   context.Context
	close func()
	err   error
}

// tab opens a tab of a real Chromium. Without one on the PATH the test is skipped; under CI=true that is a failure.
func tab(t *testing.T) context.Context {
	t.Helper()
	path := chromium()
	if path == "" {
		const why = "no chromium, chromium-browser or google-chrome on the PATH"
		if os.Getenv("CI") == "true" {
			t.Fatal("under CI a browser is required: " + why)
		}
		t.Skip(why)
	}
	shared.once.Do(func() { start(path) })
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	ctx, cancel := chromedp.NewContext(shared.ctx)
	t.Cleanup(cancel)
	ctx, stop := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(stop)
	return ctx
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

func start(path string) {
	allocator, cancel := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	ctx, cancelBrowser := chromedp.NewContext(allocator)
	shared.ctx, shared.close = ctx, func() { cancelBrowser(); cancel() }
	shared.err = chromedp.Do(ctx)
}

// do runs steps; an error ends the test.
func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// evaluate gives the value of an expression in the page, awaited where it is a promise.
func evaluate[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// open shows a page at a width, in light or dark.
func open(t *testing.T, ctx context.Context, url string, width int64, scheme string) {
	t.Helper()
	do(t, ctx, chromedp.EmulateViewport(width, 900))
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(url))
}
