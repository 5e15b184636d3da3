package api

import (
	"crypto/sha256"
	_ "embed" // the docs page
	"encoding/hex"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
)

//go:embed docs.html
var docsPage []byte

// operations are the routes that are no answers: health, the OpenAPI document and its page.
func (a *API) operations(engine *gin.Engine) {
	for _, at := range []string{"", prefix} {
		engine.GET(at+"/livez", func(c *gin.Context) {
			c.Header("Cache-Control", "no-store")
			c.JSON(http.StatusOK, Liveness{"alive"})
		})
		engine.GET(at+"/readyz", a.ready)
		engine.GET(at+"/openapi.json", fixed("application/vnd.oai.openapi+json;version=3.1", encode(a.huma.OpenAPI())))
		engine.GET(at+"/docs", fixed("text/html; charset=utf-8", renderDocs(a.huma.OpenAPI())))
	}
}

// fixed answers what is the same as long as the program runs; a client that has it gets 304.
func fixed(contentType string, body []byte) gin.HandlerFunc {
	sum := sha256.Sum256(body)
	tag := `"` + hex.EncodeToString(sum[:16]) + `"`
	return func(c *gin.Context) {
		c.Header("Cache-Control", "no-cache")
		if t := matches(c.GetHeader("If-None-Match"), tag); t != "" {
			c.Header("ETag", t)
			c.Status(http.StatusNotModified)
			c.Writer.WriteHeaderNow()
			return
		}
		c.Header("ETag", tag)
		c.Header("Content-Length", strconv.Itoa(len(body)))
		c.Data(http.StatusOK, contentType, body)
	}
}

// Liveness is the answer of /livez.
type Liveness struct {
	Status string `json:"status"`
}

// Readiness is the answer of /readyz.
type Readiness struct {
	Status  string  `json:"status"` // ready, stale (the store cannot be asked; answers go on from the last snapshot), amiss (it does not hold what was loaded; answers are from what was), starting
	Release string  `json:"release,omitempty"`
	Number  int     `json:"number"`
	Reports int     `json:"reports"`     // that the release holds
	Age     float64 `json:"age_seconds"` // since the store was last asked with success
	Reason  string  `json:"reason,omitempty"`
}

func (a *API) ready(c *gin.Context) {
	c.Header("Cache-Control", "no-store")
	h := a.svc.Health()
	if !h.Ready {
		if _, err := a.svc.Snapshot(c.Request.Context(), ""); err != nil {
			c.Header("Retry-After", "5")
			c.JSON(http.StatusServiceUnavailable, Readiness{Status: "starting", Reason: problemOf(err).Detail})
			return
		}
		h = a.svc.Health()
	}
	r := Readiness{Status: "ready", Release: h.Release.ID(), Number: h.Release.Number, Reports: len(h.Release.Bundles), Age: h.Age.Round(time.Millisecond).Seconds()}
	if h.Amiss != nil {
		r.Status, r.Reason = "amiss", "the store does not hold what was loaded; answers go on from what was: "+problemOf(h.Amiss).Detail
	}
	if h.Cause != nil {
		r.Status, r.Reason = "stale", "the store cannot be asked; answers go on from the last snapshot: "+problemOf(h.Cause).Detail
	}
	c.JSON(http.StatusOK, r)
}
