package neo4jstore

import (
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// What the server refuses as long as a setting stays as it is. Trying later does not help, so none of them is
// graph.ErrUnavailable. The messages name the settings to change.
var (
	// ErrSetting: the server answers, and a setting does not fit it. The others wrap it.
	ErrSetting = graph.ErrSetting
	// ErrNoDatabase: the server has no database of that name.
	ErrNoDatabase = fmt.Errorf("no such database: %w", ErrSetting)
	// ErrCredentials: the server does not accept the user name or password, or wants some.
	ErrCredentials = fmt.Errorf("not signed in: %w", ErrSetting)
	// ErrForbidden: the user is known and may not do this.
	ErrForbidden = fmt.Errorf("not allowed: %w", ErrSetting)
	// ErrEncryption: one side wants TLS and the other does not, or the server's certificate is not trusted.
	ErrEncryption = fmt.Errorf("encryption does not fit: %w", ErrSetting)
)

// ErrTooManyAttempts: wrong passwords were tried, and the server waits before it looks at the next one. It wraps
// graph.ErrUnavailable.
var ErrTooManyAttempts = fmt.Errorf("too many attempts to sign in: %w", graph.ErrUnavailable)

// settingError says in a sentence what is wrong and which setting to change; the sentinel's own words are left out.
type settingError struct {
	sentence string
	sentinel error
	cause    error // what the driver or server said, for the log
}

func (e *settingError) Error() string {
	if e.cause == nil {
		return e.sentence
	}
	return e.sentence + " (" + e.cause.Error() + ")"
}

func (e *settingError) Unwrap() error { return e.sentinel }

// refusals are the server's codes, by their beginning, that a setting leads to.
var refusals = []struct {
	code, sentence string
	sentinel       error
}{
	{"Neo.ClientError.Database.DatabaseNotFound", "the server has no database of that name: set neo4j.database to one that it has, or create it there", ErrNoDatabase},
	{"Neo.ClientError.Security.AuthenticationRateLimit", "a wrong password was tried too often and the server waits before the next: set neo4j.username and neo4j.password, wait a few seconds, then start again", ErrTooManyAttempts},
	{"Neo.ClientError.Security.CredentialsExpired", "the password must be changed before it can be used: change it in Neo4j Browser, then set neo4j.password", ErrCredentials},
	{"Neo.ClientError.Security.Unauthorized", "the server does not accept the user name or password: set neo4j.username and neo4j.password", ErrCredentials},
	{"Neo.ClientError.Security.TokenExpired", "the server does not accept the password any more: set neo4j.password", ErrCredentials},
	{"Neo.ClientError.Security.", "the user may not do this: set neo4j.username to one that may read, write and change the schema of the database", ErrForbidden},
}

// refused is what a server's error says of a setting; nil where it says nothing of one.
func refused(said *serverError) error {
	for _, r := range refusals {
		if strings.HasPrefix(said.code, r.code) {
			return &settingError{r.sentence, r.sentinel, said}
		}
	}
	return nil
}

// unconnected is what a connection that could not be made says of a setting; nil where it says nothing of one.
func unconnected(err error) error {
	var lost *neo4j.ConnectivityError
	var usage *neo4j.UsageError
	switch {
	case errors.As(err, &lost) && strings.Contains(lost.Inner.Error(), "failed to verify certificate"): // the driver keeps its type to itself
		return &settingError{"the server's certificate is not trusted: if it signed its own, set neo4j.uri to begin with bolt+ssc:// or neo4j+ssc://, else to the name that the certificate bears", ErrEncryption, lost.Inner}
	case errors.As(err, &lost) && strings.Contains(lost.Inner.Error(), "check that TLS is enabled"):
		return &settingError{"the server does not encrypt at this port: set neo4j.uri to begin with bolt:// or neo4j://, without +s or +ssc", ErrEncryption, nil}
	case errors.As(err, &usage) && strings.Contains(usage.Message, "server responded HTTP"):
		return &settingError{"this is the server's port for HTTP: set neo4j.uri to its port for Bolt, usually 7687", ErrSetting, nil}
	}
	return nil
}

// invalidURI is a configuration with which no server can be asked.
func invalidURI(uri string, err error) error {
	return graph.Problems{{Path: "neo4j.uri", Rule: "uri", Message: fmt.Sprintf("%q: %v; wanted bolt://host:port or neo4j://host:port", uri, err)}}
}
