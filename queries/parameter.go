package queries

import (
	"fmt"
	"strconv"
)

// Type is what a parameter or a column of a query under read holds.
type Type string

// The types. A parameter is of one of the first four; a list holds texts or numbers.
const (
	TextType  Type = "string"
	IntType   Type = "int"
	FloatType Type = "float"
	BoolType  Type = "bool"
	ListType  Type = "list"
)

// Parameter is a declared parameter of a query under read.
type Parameter struct {
	Name    string
	Type    Type
	Default any // string, int64, float64 or bool; also the value with which the query is tried
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
	default:
		return nil, fmt.Errorf("type %s is none that a parameter can have: string, int, float, bool", t)
	}
	if err != nil {
		return nil, fmt.Errorf("%q is no value of type %s", text, t)
	}
	return v, nil
}

// known reports whether a column can have the type.
func (t Type) known() bool {
	switch t {
	case TextType, IntType, FloatType, BoolType, ListType:
		return true
	}
	return false
}
