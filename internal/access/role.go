// Package access says who asks and what they may: roles from reader to admin, and the principal of a request.
package access

import (
	"fmt"
	"slices"
	"strings"
)

// Role is what somebody may do; each may what those before it may.
type Role int

// The roles, in their order.
const (
	None    Role = iota // nothing
	Reader              // read answers, run the catalogue's queries
	Analyst             // send Cypher of their own
	Editor              // load, withdraw, decide, judge
	Admin               // tokens, the audit log
)

var roles = []string{"none", "reader", "analyst", "editor", "admin"}

// RoleNames are the names of the roles, in their order.
func RoleNames() []string { return slices.Clone(roles) }

// String is the role's name.
func (r Role) String() string {
	if r < None || r > Admin {
		return fmt.Sprintf("role %d", int(r))
	}
	return roles[r]
}

// ParseRole reads a role's name. The error lists them.
func ParseRole(name string) (Role, error) {
	if i := slices.Index(roles, name); i >= 0 {
		return Role(i), nil
	}
	return None, fmt.Errorf("role is %.50q; it must be one of %s", name, strings.Join(roles, ", "))
}
