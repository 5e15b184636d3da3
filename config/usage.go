package config

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// meanings are the comments above the keys of default.yaml, which flags show as their help.
func meanings() map[string]string {
	var doc yaml.Node
	if err := yaml.Unmarshal(defaults, &doc); err != nil {
		panic(fmt.Sprintf("config: the embedded defaults do not parse: %v", err))
	}
	out := map[string]string{}
	collect(doc.Content[0], "", out)
	return out
}

// collect reads the keys of a mapping and of those within it.
func collect(m *yaml.Node, prefix string, out map[string]string) {
	for i := 0; i+1 < len(m.Content); i += 2 {
		k, v := m.Content[i], m.Content[i+1]
		name := prefix + k.Value
		if v.Kind == yaml.MappingNode {
			collect(v, name+".", out)
			continue
		}
		lines := strings.Split(k.HeadComment, "\n")
		for n, l := range lines {
			lines[n] = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(l), "#"))
		}
		out[name] = strings.TrimSuffix(strings.TrimSpace(strings.Join(lines, " ")), ".")
	}
}
