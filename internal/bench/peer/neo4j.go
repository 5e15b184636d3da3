package peer

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Address is where a server answers, and as whom.
type Address struct{ Bolt, HTTP, Username, Password, Database string }

// Neo4j is a server that is asked directly. It is safe for concurrent use.
type Neo4j struct {
	at     Address
	driver neo4j.DriverWithContext
	client *http.Client
}

// Open opens a driver with its pool; nothing is sent yet.
func Open(at Address) (*Neo4j, error) {
	driver, err := neo4j.NewDriverWithContext(at.Bolt, neo4j.BasicAuth(at.Username, at.Password, ""))
	if err != nil {
		return nil, fmt.Errorf("open a driver for %s: %w", at.Bolt, err)
	}
	return &Neo4j{at, driver, &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 4}}}, nil
}

// Close gives the connections back.
func (n *Neo4j) Close(ctx context.Context) error {
	n.client.CloseIdleConnections()
	return n.driver.Close(ctx)
}

func (n *Neo4j) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return n.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: n.at.Database, AccessMode: mode})
}

// Patience is how long a question may take before the server ends it.
const Patience = 20 * time.Second

// Ask sends a query over Bolt and reads its rows to the end.
func (n *Neo4j) Ask(ctx context.Context, text string, parameters map[string]any) (rows int, err error) {
	return n.read(ctx, text, parameters, Patience, nil)
}

// read is Ask with its own patience; visit, which may be nil, sees each row by column.
func (n *Neo4j) read(ctx context.Context, text string, parameters map[string]any, patience time.Duration, visit func(map[string]any) error) (rows int, err error) {
	session := n.session(ctx, neo4j.AccessModeRead)
	defer func() { _ = session.Close(ctx) }()
	_, err = session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		rows = 0
		result, err := tx.Run(ctx, text, parameters)
		if err != nil {
			return nil, err
		}
		for result.Next(ctx) {
			rows++
			if visit == nil {
				continue
			}
			if err := visit(result.Record().AsMap()); err != nil {
				return nil, err
			}
		}
		return nil, result.Err()
	}, neo4j.WithTxTimeout(patience))
	return rows, err
}

// AskHTTP sends a query to the query API and reads the answer to the end, undecoded.
func (n *Neo4j) AskHTTP(ctx context.Context, text string, parameters map[string]any) (size int64, err error) {
	body, err := json.Marshal(map[string]any{"statement": text, "parameters": parameters})
	if err != nil {
		return 0, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, n.at.HTTP+"/db/"+n.at.Database+"/query/v2", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.SetBasicAuth(n.at.Username, n.at.Password)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	resp, err := n.client.Do(req)
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	if resp.StatusCode/100 != 2 {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 500))
		return 0, fmt.Errorf("the query API says %s: %s", resp.Status, text)
	}
	return io.Copy(io.Discard, resp.Body)
}
