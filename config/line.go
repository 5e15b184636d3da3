package config

import (
	"os"
	"strings"

	"go.yaml.in/yaml/v3"
)

// linesOf are the lines of a YAML file's keys and sections, as the configuration names them; none of a file that does not parse.
func linesOf(file string) map[string]int {
	at := map[string]int{}
	text, err := os.ReadFile(file)
	var doc yaml.Node
	if err == nil && yaml.Unmarshal(text, &doc) == nil && len(doc.Content) == 1 {
		findLines(doc.Content[0], "", at)
	}
	return at
}

func findLines(m *yaml.Node, prefix string, at map[string]int) {
	if m.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		key := prefix + strings.ToLower(m.Content[i].Value)
		at[key] = m.Content[i].Line
		findLines(m.Content[i+1], key+".", at)
	}
}
