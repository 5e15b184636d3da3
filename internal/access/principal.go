package access

import "context"

// Principal is who a request is from.
type Principal struct {
	Subject string // id of the token, or what an issuer calls them; empty for one who said nothing
	Name    string // for people
	Role    Role
}

// Anonymous reports whether nobody said who they are.
func (p Principal) Anonymous() bool { return p.Subject == "" }

type principalKey struct{}

// With is ctx with its principal.
func With(ctx context.Context, p Principal) context.Context {
	return context.WithValue(ctx, principalKey{}, p)
}

// From is the principal of ctx; one who may nothing where none was set.
func From(ctx context.Context) Principal {
	p, _ := ctx.Value(principalKey{}).(Principal)
	return p
}
