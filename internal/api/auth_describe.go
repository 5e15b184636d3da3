package api

import "github.com/danielgtaylor/huma/v2"

// tokenScheme is the name of the way in which clients say who they are.
const tokenScheme = "token"

// describeTokens says how clients show who they are: for reading they need to only where the service's configuration says so, for
// Cypher of their own always.
func describeTokens(doc *huma.OpenAPI) {
	doc.Components.SecuritySchemes = map[string]*huma.SecurityScheme{tokenScheme: {Type: "http", Scheme: "bearer",
		Description: "A token that crosswalk token create wrote. Its role, reader, analyst, editor or admin, says what it is good for."}}
	doc.Security = []map[string][]string{{}, {tokenScheme: {}}}
	for path, item := range doc.Paths {
		if path == prefix+"/cypher" {
			item.Post.Security = []map[string][]string{{tokenScheme: {}}}
		}
	}
}
