package neo4jstore

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Cypher cannot read statements, and the counting rules ask which edition said so last, how sure it was, and what was so as of a
// year. A row that more than one report states therefore keeps, beside reports and in its order, what each report says.

// saidPrefix begins the names of such lists of a property's values.
const saidPrefix = "said_"

// confidencesName is the list of a link's confidences.
const confidencesName = "confidences"

// saidProperties are the properties that the counting rules ask about edition by edition.
var saidProperties = []string{"status", "firmness", "start", "end", "dated", "named", "type", "parent_of_record"}

// saidOfEntity is what each report says of an entity.
func saidOfEntity(e *graph.MergedEntity) properties {
	return said(len(e.Statements), func(i int) graph.Properties { return e.Statements[i].Properties })
}

// saidOfLink is what each report says of a link.
func saidOfLink(l *graph.MergedLink) properties {
	p := said(len(l.Statements), func(i int) graph.Properties { return l.Statements[i].Properties })
	if len(l.Statements) > 1 {
		confidences := make([]float64, len(l.Statements))
		for i, s := range l.Statements {
			confidences[i] = s.Confidence
		}
		p[confidencesName] = confidences
	}
	return p
}

// said lists what n statements say, as texts, empty where one says nothing; none where all say nothing, or where there is one
// statement, which the row itself is.
func said(n int, statement func(i int) graph.Properties) properties {
	p := properties{}
	if n < 2 {
		return p
	}
	for _, name := range saidProperties {
		values, stated := make([]string, n), false
		for i := range values {
			values[i] = saidText(statement(i)[name])
			stated = stated || values[i] != ""
		}
		if stated {
			p[saidPrefix+name] = values
		}
	}
	return p
}

// saidText is a property's value as a text, empty where it is not stated.
func saidText(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// says reports whether p, as it was read, holds these lists and no others. No digest tells.
func (p properties) says(want properties) bool {
	for name := range p {
		if _, wanted := want[name]; !wanted && (strings.HasPrefix(name, saidPrefix) || name == confidencesName) {
			return false
		}
	}
	for name, list := range want.asRead() {
		if !reflect.DeepEqual(p[name], list) {
			return false
		}
	}
	return true
}
