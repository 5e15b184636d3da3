package access

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"
)

// fixed knows one token.
type fixed string

func (f fixed) Principal(_ context.Context, secret string) (Principal, time.Time, error) {
	if secret != string(f) {
		return Principal{}, time.Time{}, ErrUnknown
	}
	return Principal{Subject: "token:1", Role: Editor}, time.Time{}, nil
}

// FuzzAuthorization: whatever a header says, its sender is the one whose token it is, one who said nothing, or nobody.
func FuzzAuthorization(f *testing.F) {
	for _, h := range []string{"Bearer good", "bearer good", "Bearer good ", "Bearer\tgood", "Basic good", "Bearer good, Bearer bad", "", " ", "Bearer  good"} {
		f.Add(h, "")
	}
	f.Fuzz(func(t *testing.T, one, two string) {
		r := &http.Request{Header: http.Header{"Authorization": {one}}}
		if two != "" {
			r.Header["Authorization"] = append(r.Header["Authorization"], two)
		}
		g := NewGate(fixed("good"), Reader, time.Now)
		for range 2 { // looked up, then remembered
			p, err := g.Principal(r)
			switch {
			case err == nil && p.Role == Editor && two == "":
			case errors.Is(err, ErrUnknown) && p == (Principal{}):
			default:
				t.Fatalf("%q, %q: %+v %v", one, two, p, err)
			}
		}
	})
}

func TestNoHeaderIsAnonymous(t *testing.T) {
	for _, role := range []Role{None, Reader, Admin} {
		p, err := NewGate(fixed("good"), role, time.Now).Principal(&http.Request{Header: http.Header{}})
		if err != nil || p.Role != role || !p.Anonymous() {
			t.Errorf("%v: %+v %v", role, p, err)
		}
	}
	if p := From(context.Background()); p.Role != None {
		t.Errorf("outside a request: %+v", p)
	}
}

func TestRoles(t *testing.T) {
	for i, name := range RoleNames() {
		r, err := ParseRole(name)
		if err != nil || int(r) != i || r.String() != name {
			t.Errorf("%s: %v %v", name, r, err)
		}
	}
	if _, err := ParseRole("Admin"); err == nil {
		t.Error("Admin is no role")
	}
}
