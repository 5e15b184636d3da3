package state

import (
	"context"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/access"
)

// Entry is one thing that somebody did, or set out to do.
type Entry struct {
	ID      int64
	Time    time.Time
	Subject string // who; empty: one who said nothing
	Name    string
	Action  string // such as token.create or cypher
	About   string // id of what it was done to
	Detail  string // without secrets and literals
	Outcome string // done, or why not; empty: the process ended before it was known
	Ended   time.Time
}

// Intend notes what somebody sets out to do, before it is done, and gives how to note what became of it.
func (s *Store) Intend(ctx context.Context, by access.Principal, action, about, detail string) (end func(outcome string) error, err error) {
	r, err := s.db.ExecContext(ctx, "INSERT INTO audit (time, subject, name, action, about, detail) VALUES (?, ?, ?, ?, ?, ?)", stamp(s.now()), by.Subject, by.Name, action, about, detail)
	if err != nil {
		return nil, unavailable("write the audit log", err)
	}
	id, err := r.LastInsertId()
	if err != nil {
		return nil, unavailable("write the audit log", err)
	}
	return func(outcome string) error {
		_, err := s.db.ExecContext(context.WithoutCancel(ctx), "UPDATE audit SET outcome = ?, ended = ? WHERE id = ?", outcome, stamp(s.now()), id)
		return unavailable("write the audit log", err)
	}, nil
}

// Audit lists entries of an action (empty: of any), the newest first, before an entry (0: from the newest on), so many at most.
func (s *Store) Audit(ctx context.Context, action string, before int64, limit int) ([]Entry, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id, time, subject, name, action, about, detail, outcome, ended FROM audit WHERE (? = '' OR action = ?) AND (? = 0 OR id < ?) ORDER BY id DESC LIMIT ?",
		action, action, before, before, limit)
	if err != nil {
		return nil, unavailable("read the audit log", err)
	}
	defer rows.Close()
	out := []Entry{}
	for rows.Next() {
		var e Entry
		var at, ended string
		if err := rows.Scan(&e.ID, &at, &e.Subject, &e.Name, &e.Action, &e.About, &e.Detail, &e.Outcome, &ended); err != nil {
			return nil, unavailable("read the audit log", err)
		}
		e.Time, e.Ended = moment(at), moment(ended)
		out = append(out, e)
	}
	return out, unavailable("read the audit log", rows.Err())
}
