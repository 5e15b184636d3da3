package queries

import (
	"fmt"
	"strconv"
	"strings"
)

// Type is what a parameter or a column of a query under read holds.
type Type string

// The types. A parameter is of one of the first five; its list holds texts, which people write with commas between them.
const (
	TextType  Type = "string"
	IntType   Type = "int"
	FloatType Type = "float"
	BoolType  Type = "bool"
	ListType  Type = "list"

	DateType         Type = "date" // as reports state it: a year, a month or a day
	NodeType         Type = "node"
	RelationshipType Type = "relationship"
	PathType         Type = "path"
	MapType          Type = "map"
	AnyType          Type = "any"
)

// Parameter is a declared parameter of a query under read.
type Parameter struct {
	Name    string
	Type    Type
	Default any // string, int64, float64, bool or []string; also the value with which the query is tried
}

// Column is a declared column of a query under read.
type Column struct {
	Name string
	Type Type
}

// Parse reads a parameter's value as people write it. The error says what the type takes.
func (t Type) Parse(text string) (any, error) {
	var v any
	var err error
	switch t {
	case TextType:
		return text, nil
	case IntType:
		v, err = strconv.ParseInt(text, 10, 64)
	case FloatType:
		v, err = strconv.ParseFloat(text, 64)
	case BoolType:
		v, err = strconv.ParseBool(text)
	case ListType:
		list := []string{}
		for _, item := range strings.Split(text, ",") {
			if item = strings.TrimSpace(item); item != "" {
				list = append(list, item)
			}
		}
		return list, nil
	default:
		return nil, fmt.Errorf("type %s is none that a parameter can have: string, int, float, bool, list", t)
	}
	if err != nil {
		return nil, fmt.Errorf("%q is no value of type %s", text, t)
	}
	return v, nil
}

// known reports whether a column can have the type.
func (t Type) known() bool {
	switch t {
	case TextType, IntType, FloatType, BoolType, ListType, DateType, NodeType, RelationshipType, PathType, MapType, AnyType:
		return true
	}
	return false
}
