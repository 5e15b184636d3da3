package api

import (
	_ "embed" // the docs page
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

//go:embed docs.html
var docsPage []byte

// operations are the routes that are no answers: health, the OpenAPI document and its page.
func (a *API) operations(engine *gin.Engine) {
	engine.GET("/livez", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"status": "alive"}) })
	engine.GET("/readyz", a.ready)
	spec := encode(a.huma.OpenAPI())
	for _, path := range []string{"/openapi.json", prefix + "/openapi.json"} {
		engine.GET(path, func(c *gin.Context) { c.Data(http.StatusOK, "application/vnd.oai.openapi+json;version=3.1", spec) })
	}
	docs := renderDocs(a.huma.OpenAPI())
	for _, path := range []string{"/docs", prefix + "/docs"} {
		engine.GET(path, func(c *gin.Context) { c.Data(http.StatusOK, "text/html; charset=utf-8", docs) })
	}
}

// Readiness is the answer of /readyz.
type Readiness struct {
	Status  string  `json:"status"` // ready, stale (the store cannot be asked; answers go on from the last snapshot), starting
	Release string  `json:"release,omitempty"`
	Number  int     `json:"number"`
	Age     float64 `json:"age_seconds"` // since the store was last asked with success
	Reason  string  `json:"reason,omitempty"`
}

func (a *API) ready(c *gin.Context) {
	h := a.svc.Health()
	if !h.Ready {
		if _, err := a.svc.Snapshot(c.Request.Context(), ""); err != nil {
			c.Header("Retry-After", "5")
			c.JSON(http.StatusServiceUnavailable, Readiness{Status: "starting", Reason: problemOf(err).Detail})
			return
		}
		h = a.svc.Health()
	}
	r := Readiness{Status: "ready", Release: h.Release.ID(), Number: h.Release.Number, Age: h.Age.Round(time.Millisecond).Seconds()}
	if h.Cause != nil {
		r.Status, r.Reason = "stale", "the store cannot be asked; answers go on from the last snapshot: "+problemOf(h.Cause).Detail
	}
	c.JSON(http.StatusOK, r)
}
