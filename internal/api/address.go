package api

import (
	"fmt"
	"net/http"
	"path"
	"strings"

	"github.com/gin-gonic/gin"
)

// methods are what every address answers to.
const methods = "GET, HEAD, OPTIONS"

// noMethod answers OPTIONS, and refuses what no address does.
func (a *API) noMethod(c *gin.Context) {
	c.Header("Allow", methods)
	if c.Request.Method == http.MethodOptions {
		c.Status(http.StatusNoContent)
		c.Writer.WriteHeaderNow()
		c.Abort()
		return
	}
	a.refuse(c, newProblem(http.StatusMethodNotAllowed, fmt.Sprintf("%s does not answer %s; it answers %s", c.Request.URL.Path, c.Request.Method, methods)).(*Problem))
}

// noRoute leaves what is no address of ours to the page.
func (a *API) noRoute(page http.Handler) gin.HandlerFunc {
	return func(c *gin.Context) {
		p := c.Request.URL.Path
		if page != nil && !isAPI(p) {
			c.Status(http.StatusOK) // the router presets 404 for what it does not know
			page.ServeHTTP(c.Writer, c.Request)
			return
		}
		hint := ""
		if meant := meantAddress(p); meant != p {
			hint = fmt.Sprintf("did you mean %s? Addresses begin with %s, in small letters, with single slashes and none at the end; ", meant, prefix)
		}
		a.refuse(c, newProblem(http.StatusNotFound, fmt.Sprintf("there is no %s here; %s/openapi.json lists every path", p, hint)).(*Problem))
	}
}

// isAPI reports whether a client that asks for p means the API, however it wrote that: it must get no page.
func isAPI(p string) bool {
	p = strings.ToLower(path.Clean("/" + p))
	return p == "/api" || strings.HasPrefix(p, "/api/")
}

// meantAddress is p as addresses of the API are written: single slashes, none at the end, what every address begins with in small letters.
func meantAddress(p string) string {
	p = path.Clean("/" + p)
	for _, begin := range []string{prefix, "/api"} {
		if len(p) >= len(begin) && strings.EqualFold(p[:len(begin)], begin) {
			return begin + p[len(begin):]
		}
	}
	return p
}
