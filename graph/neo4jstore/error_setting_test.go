package neo4jstore_test

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// opening opens a store with a changed configuration and gives the error.
func opening(t *testing.T, cfg neo4jstore.Config, change func(*neo4jstore.Config)) error {
	t.Helper()
	change(&cfg)
	s, err := neo4jstore.Open(t.Context(), cfg)
	if err == nil {
		s.Close(t.Context())
	}
	return err
}

// What a setting must change is told with the setting's name, and not as a server that is away.
func TestOpenNamesTheSettingToChange(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	plain, encrypted := host(t, cfg.URI), encryptedLine(t, host(t, cfg.URI))
	for name, c := range map[string]struct {
		change   func(*neo4jstore.Config)
		sentinel error
		says     []string
	}{
		"database": {func(c *neo4jstore.Config) { c.Database = "nowhere" }, neo4jstore.ErrNoDatabase, []string{"nowhere", "neo4j.database"}},
		"database, routed": {func(c *neo4jstore.Config) { c.URI, c.Database = "neo4j://"+plain, "nowhere" }, neo4jstore.ErrNoDatabase,
			[]string{"nowhere", "neo4j.database"}},
		"password":         {func(c *neo4jstore.Config) { c.Username, c.Password = "crosswalk-nobody", "wrong-password" }, neo4jstore.ErrCredentials, []string{"neo4j.username", "neo4j.password"}},
		"no user":          {func(c *neo4jstore.Config) { c.Username, c.Password = "", "" }, neo4jstore.ErrCredentials, []string{"wants a user name", "neo4j.username", "neo4j.password"}},
		"encryption":       {func(c *neo4jstore.Config) { c.URI = "bolt+s://" + plain }, neo4jstore.ErrEncryption, []string{"does not encrypt", "neo4j.uri", "bolt://"}},
		"routed encrypted": {func(c *neo4jstore.Config) { c.URI = "neo4j+ssc://" + plain }, neo4jstore.ErrEncryption, []string{"does not encrypt", "neo4j.uri", "neo4j://"}},
		"certificate":      {func(c *neo4jstore.Config) { c.URI = "bolt+s://" + encrypted }, neo4jstore.ErrEncryption, []string{"certificate", "neo4j.uri", "bolt+ssc://"}},
		"port for HTTP":    {func(c *neo4jstore.Config) { c.URI = "bolt://" + answering(t, "HTTP/1.1 400 Bad Request\r\n\r\n") }, neo4jstore.ErrSetting, []string{"HTTP", "neo4j.uri", "7687"}},
	} {
		t.Run(name, func(t *testing.T) {
			err := opening(t, cfg, c.change)
			if !errors.Is(err, c.sentinel) || !errors.Is(err, neo4jstore.ErrSetting) || errors.Is(err, graph.ErrUnavailable) {
				t.Errorf("%v: want %v and not ErrUnavailable", err, c.sentinel)
			}
			told(t, err, c.says...)
		})
	}
	if err := opening(t, cfg, func(c *neo4jstore.Config) { c.URI = "bolt+ssc://" + encrypted }); err != nil {
		t.Errorf("a certificate that the server signed itself, with +ssc: %v", err)
	}
}

// What may pass is ErrUnavailable, and says what else it may be.
func TestOpenTellsWhatMayPass(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	err := opening(t, cfg, func(c *neo4jstore.Config) { c.URI = "bolt://127.0.0.1:1" })
	if !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("nobody there: %v, want ErrUnavailable", err)
	}
	told(t, err, "no server answers", "127.0.0.1:1")
	err = opening(t, cfg, func(c *neo4jstore.Config) { c.URI = "bolt://" + encryptedLine(t, host(t, cfg.URI)) })
	if !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("a server that wants encryption: %v, want ErrUnavailable", err)
	}
	told(t, err, "neo4j.uri", "bolt+s://")

	err = opening(t, cfg, func(c *neo4jstore.Config) { c.URI, c.RetryTime = "bolt://"+answering(t, ""), 300*time.Millisecond })
	if !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("a server that says nothing: %v, want ErrUnavailable", err)
	}
	told(t, err, "within 300ms", "neo4j.uri")

	// A user of its own: the server makes it wait, and nobody else.
	asAdmin(t, cfg, `CREATE USER crosswalk_locked IF NOT EXISTS SET PASSWORD 'right-password' CHANGE NOT REQUIRED`)
	t.Cleanup(func() { asAdmin(t, cfg, `DROP USER crosswalk_locked IF EXISTS`) })
	for range 5 {
		err = opening(t, cfg, func(c *neo4jstore.Config) { c.Username, c.Password = "crosswalk_locked", "wrong-password" })
	}
	if !errors.Is(err, neo4jstore.ErrTooManyAttempts) || !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("after five wrong passwords: %v, want ErrTooManyAttempts", err)
	}
	told(t, err, "neo4j.password", "wait")

	asAdmin(t, cfg, `CREATE USER crosswalk_expired IF NOT EXISTS SET PASSWORD 'first-password' CHANGE REQUIRED`)
	t.Cleanup(func() { asAdmin(t, cfg, `DROP USER crosswalk_expired IF EXISTS`) })
	err = opening(t, cfg, func(c *neo4jstore.Config) { c.Username, c.Password = "crosswalk_expired", "first-password" })
	if !errors.Is(err, neo4jstore.ErrCredentials) {
		t.Errorf("a first password: %v, want ErrCredentials", err)
	}
	told(t, err, "must be changed", "neo4j.password")
}

// told checks what people are told: the words, and no sentinel's words, which only programs need.
func told(t *testing.T, err error, words ...string) {
	t.Helper()
	if err == nil {
		return
	}
	message := graph.Message(err)
	for _, w := range words {
		if !strings.Contains(message, w) {
			t.Errorf("%s\ndoes not tell: %s", message, w)
		}
	}
	for _, s := range []error{graph.ErrUnavailable, graph.ErrConflict, graph.ErrInvalid, neo4jstore.ErrSetting} {
		if strings.Contains(message, s.Error()) {
			t.Errorf("%s\nholds the sentinel's words: %v", message, s)
		}
	}
}

func host(t *testing.T, uri string) string {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil {
		t.Fatal(err)
	}
	return u.Host
}

// encryptedLine is an address at which the server is reached by TLS alone, with a certificate that nobody signed.
func encryptedLine(t *testing.T, server string) string {
	t.Helper()
	certified := httptest.NewTLSServer(nil)
	t.Cleanup(certified.Close)
	l, err := tls.Listen("tcp", "127.0.0.1:0", &tls.Config{Certificates: certified.TLS.Certificates})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for c, err := l.Accept(); err == nil; c, err = l.Accept() {
			go join(c, server)
		}
	}()
	return l.Addr().String()
}

func join(c net.Conn, server string) {
	defer c.Close()
	s, err := net.Dial("tcp", server)
	if err != nil {
		return
	}
	go func() { _, _ = io.Copy(s, c); s.Close() }()
	_, _ = io.Copy(c, s)
}

// answering is the address of a server that is none of Neo4j's: it says words, and then waits for more.
func answering(t *testing.T, words string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for c, err := l.Accept(); err == nil; c, err = l.Accept() {
			t.Cleanup(func() { c.Close() })
			_, _ = io.WriteString(c, words)
		}
	}()
	return l.Addr().String()
}

// asAdmin sends a statement to the server's own database.
func asAdmin(t *testing.T, cfg neo4jstore.Config, statement string) {
	t.Helper()
	ctx := context.WithoutCancel(t.Context()) // which a cleanup outlives
	driver, err := neo4j.NewDriverWithContext(cfg.URI, neo4j.BasicAuth(cfg.Username, cfg.Password, ""))
	if err == nil {
		_, err = neo4j.ExecuteQuery(ctx, driver, statement, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("system"))
		driver.Close(ctx)
	}
	if err != nil {
		t.Error(err)
	}
}
